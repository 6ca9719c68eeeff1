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
        $found = collect($books->all());
        // where gives a new collection, and nobody keeps it.
        $found->where('author', $request->query('author'));
        return response()->json($found);
    }

    public function show(Books $books, string $id): JsonResponse
    {
        $book = $books->find((int) $id);
        if ($book === null) {
            return response()->json(['error' => 'There is no such book.'], 404);
        }
        return response()->json($book);
    }

    public function hello(string $name): Response
    {
        return response("Hello, $name", 200, ['Content-Type' => 'text/plain; charset=UTF-8']);
    }
}
