<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Contracts\View\View;
use Illuminate\Http\Request;

class BookController
{
    public function index(Request $request, Books $books): View
    {
        $query = $request->query('q', '');
        $query = is_string($query) ? $query : '';
        $found = collect($books->all())
            ->filter(fn (array $book) => str_contains(mb_strtolower($book['title']), mb_strtolower($query)));
        return view('books', ['query' => $query, 'books' => $found]);
    }
}
