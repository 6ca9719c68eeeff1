<?php

namespace App\Models;

/**
 * The books of the library, from the file books.json. PHP forgets everything after each request,
 * so changes are kept in a second file while the server runs.
 */
class Books
{
    public function all(): array
    {
        $changed = storage_path('running.json');
        return json_decode(file_get_contents(is_file($changed) ? $changed : base_path('books.json')), true);
    }

    public function find(int $id): ?array
    {
        return collect($this->all())->firstWhere('id', $id);
    }

    /** Gives the new book the next id. */
    public function add(array $fields): array
    {
        $book = ['id' => collect($this->all())->max('id') + 1] + $fields;
        $this->put($book);
        return $book;
    }

    /** Puts the book in the place of the one with its id, if there is one. */
    public function put(array $book): void
    {
        $others = collect($this->all())->where('id', '!=', $book['id']);
        $this->write($others->push($book)->values()->all());
    }

    /** Returns whether the book was there. */
    public function remove(int $id): bool
    {
        $books = collect($this->all());
        $others = $books->where('id', '!=', $id);
        $this->write($others->values()->all());
        return $others->count() < $books->count();
    }

    private function write(array $books): void
    {
        file_put_contents(storage_path('running.json'), json_encode($books), LOCK_EX);
    }
}
