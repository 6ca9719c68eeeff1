<?php

use App\Http\Controllers\AuthorController;
use App\Http\Controllers\PostController;
use Illuminate\Support\Facades\Route;

Route::post('/authors', [AuthorController::class, 'register']);
Route::post('/login', [AuthorController::class, 'logIn']);

Route::get('/posts', [PostController::class, 'index']);
Route::post('/posts', [PostController::class, 'create']);
Route::get('/posts/{id}', [PostController::class, 'show']);
Route::patch('/posts/{id}', [PostController::class, 'change']);
Route::delete('/posts/{id}', [PostController::class, 'remove']);
Route::post('/posts/{id}/comments', [PostController::class, 'addComment']);
