<?php

use App\Http\Controllers\BookController;
use Illuminate\Support\Facades\Route;

Route::get('/books', [BookController::class, 'index']);
Route::post('/books', [BookController::class, 'create']);
Route::get('/books/{id}', [BookController::class, 'show']);
Route::put('/books/{id}', [BookController::class, 'put']);
Route::delete('/books/{id}', [BookController::class, 'delete']);
Route::post('/books/{id}', [BookController::class, 'noPost']);
Route::get('/old-books', [BookController::class, 'oldIndex']);
