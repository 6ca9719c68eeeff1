<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Contracts\View\View;
use Illuminate\Http\Request;

class BookController
{
    // TODO: find the books that fit. The page is resources/views/books.blade.php.
    public function index(Request $request, Books $books): View
    {
        $query = $request->string('q');
        return view('books', ['query' => '', 'books' => collect()]);
    }
}
