<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;

class BookController
{
    // TODO: filter by author, when the query has one.
    public function index(Books $books): JsonResponse
    {
        return response()->json($books->all());
    }

    // TODO: the methods for one book and for the greeting
}
