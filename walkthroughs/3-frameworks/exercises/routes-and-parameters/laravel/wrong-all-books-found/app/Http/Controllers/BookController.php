<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;

class BookController
{
    public function index(Request $request, Books $books): JsonResponse
    {
        $author = $request->query('author');
        $found = collect($books->all());
        if ($author !== null) {
            $found = $found->where('author', $author)->values();
        }
        return response()->json($found);
    }

    // Nothing looks whether there is a book, so null is sent.
    public function show(Books $books, string $id): JsonResponse
    {
        return response()->json($books->find((int) $id));
    }

    public function hello(string $name): Response
    {
        return response("Hello, $name", 200, ['Content-Type' => 'text/plain; charset=UTF-8']);
    }
}
