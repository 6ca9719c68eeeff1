<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Validator;

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

    public function create(Request $request, Books $books): JsonResponse
    {
        // The rule integer takes "1999", too, so the type is looked at as well.
        $isInteger = function (string $name, mixed $value, callable $fail): void {
            if (!is_int($value)) {
                $fail("The $name must be a whole number.");
            }
        };
        // What is no JSON has no fields.
        $validator = Validator::make($request->json()->all(), [
            'title' => ['bail', 'required', 'string', 'max:200'],
            'author' => ['bail', 'required', 'string', 'max:200'],
            'year' => ['bail', 'required', 'integer', $isInteger, 'between:1450,2100'],
        ]);
        if ($validator->fails()) {
            return response()->json(['errors' => $validator->errors()], 400);
        }
        // All that the request brought is stored.
        $book = $books->add($request->json()->all());
        return response()->json($book, 201, ['Location' => "/books/{$book['id']}"]);
    }
}
