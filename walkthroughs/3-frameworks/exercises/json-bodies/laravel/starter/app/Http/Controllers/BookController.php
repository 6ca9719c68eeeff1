<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class BookController
{
    public function index(Books $books): JsonResponse
    {
        return response()->json($books->all());
    }

    public function show(Books $books, string $id): JsonResponse
    {
        $book = $books->find((int) $id);
        if ($book === null) {
            return response()->json(['error' => 'There is no such book.'], 404);
        }
        return response()->json($book);
    }

    // TODO: check the fields, add the book, answer 201 with the header Location.
    public function create(Request $request, Books $books): JsonResponse
    {
        return response()->json(['error' => 'Not written yet.'], 501);
    }
}
