<?php

namespace App\Http\Controllers;

use App\Models\Books;
use App\Settings;
use Illuminate\Http\JsonResponse;

/** The routes: ready. */
class BookController
{
    private Settings $settings;

    public function __construct()
    {
        $this->settings = Settings::read(getenv());
    }

    public function about(): JsonResponse
    {
        return response()->json(['name' => $this->settings->name, 'pageSize' => $this->settings->pageSize]);
    }

    public function index(Books $books): JsonResponse
    {
        $page = collect($books->all())->take($this->settings->pageSize);
        if (!$this->settings->showYears) {
            $page = $page->map(fn (array $book) => collect($book)->except('year'));
        }
        return response()->json($page);
    }
}
