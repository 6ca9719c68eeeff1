<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

// TODO: give each answer its status code: the second argument of json.
class BookController
{
    public function __construct(private Books $books)
    {
    }

    public function index(): JsonResponse
    {
        return response()->json($this->books->all());
    }

    public function show(string $id): JsonResponse
    {
        $book = $this->books->find((int) $id);
        if ($book === null) {
            return response()->json(['error' => 'There is no such book.']);
        }
        return response()->json($book);
    }

    public function create(Request $request): JsonResponse
    {
        return response()->json($this->books->add($this->fields($request)));
    }

    public function put(Request $request, string $id): JsonResponse
    {
        $book = ['id' => (int) $id] + $this->fields($request);
        $this->books->put($book);
        return response()->json($book);
    }

    public function delete(string $id): JsonResponse
    {
        $this->books->remove((int) $id);
        return response()->json(['removed' => $id]);
    }

    public function oldIndex(): JsonResponse
    {
        return response()->json($this->books->all());
    }

    public function noPost(): JsonResponse
    {
        return response()->json(['error' => 'POST does not fit here.']);
    }

    private function fields(Request $request): array
    {
        return $request->only(['title', 'author', 'year']);
    }
}
