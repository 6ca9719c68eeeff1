<?php

namespace App\Models;

/** The books of the library, from the file books.json. */
class Books
{
    public function all(): array
    {
        return json_decode(file_get_contents(base_path('books.json')), true);
    }

    public function find(int $id): ?array
    {
        return collect($this->all())->firstWhere('id', $id);
    }
}
