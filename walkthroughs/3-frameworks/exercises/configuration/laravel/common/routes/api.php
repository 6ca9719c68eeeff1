<?php

use App\Http\Controllers\BookController;
use Illuminate\Support\Facades\Route;

Route::get('/', [BookController::class, 'about']);
Route::get('/books', [BookController::class, 'index']);
