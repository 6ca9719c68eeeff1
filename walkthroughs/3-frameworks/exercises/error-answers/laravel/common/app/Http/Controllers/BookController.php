<?php

namespace App\Http\Controllers;

use App\Exceptions\Mistake;
use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Response;

/** The routes. They throw errors, and leave the answer to App\Exceptions\Handler. */
class BookController
{
    public function index(Books $books): JsonResponse
    {
        return response()->json($books->all());
    }

    public function show(Books $books, string $id): JsonResponse
    {
        if (preg_match('/^\d{1,9}$/D', $id) !== 1) {
            throw new Mistake(400, 'The id must be a whole number.');
        }
        $book = $books->find((int) $id);
        if ($book === null) {
            throw new Mistake(404, "There is no book $id.");
        }
        return response()->json($book);
    }

    // The file is not there.
    public function report(): Response
    {
        return response(file_get_contents(base_path('reports.txt')));
    }
}
