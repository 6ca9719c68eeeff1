<?php

namespace App\Http\Controllers;

use App\Models\Books;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;

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
            return $this->error('There is no such book.', 404);
        }
        return response()->json($book);
    }

    public function create(Request $request): JsonResponse
    {
        if (!$this->hasTitle($request)) {
            return $this->error('A book needs a title.', 400);
        }
        if (collect($this->books->all())->contains('title', $request->input('title'))) {
            return $this->error('There is a book with this title.', 409);
        }
        $book = $this->books->add($this->fields($request));
        return response()->json($book, 201, ['Location' => "/books/{$book['id']}"]);
    }

    public function put(Request $request, string $id): JsonResponse
    {
        if (!$this->hasTitle($request)) {
            return $this->error('A book needs a title.', 400);
        }
        $book = ['id' => (int) $id] + $this->fields($request);
        $this->books->put($book);
        return response()->json($book, 201);
    }

    public function delete(string $id): Response|JsonResponse
    {
        if (!$this->books->remove((int) $id)) {
            return $this->error('There is no such book.', 404);
        }
        return response()->noContent();
    }

    public function oldIndex(): RedirectResponse
    {
        return redirect('/books', 301);
    }

    public function noPost(): JsonResponse
    {
        return $this->error('POST does not fit here.', 405)->header('Allow', 'GET, PUT, DELETE');
    }

    private function fields(Request $request): array
    {
        return $request->only(['title', 'author', 'year']);
    }

    private function hasTitle(Request $request): bool
    {
        $title = $request->input('title');
        return is_string($title) && trim($title) !== '';
    }

    private function error(string $message, int $status): JsonResponse
    {
        return response()->json(['error' => $message], $status);
    }
}
