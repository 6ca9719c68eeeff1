<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;

/** The routes: ready. */
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

    public function stats(Books $books): JsonResponse
    {
        return response()->json(['books' => count($books->all())]);
    }
}
