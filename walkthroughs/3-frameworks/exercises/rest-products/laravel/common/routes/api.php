<?php

use App\Http\Controllers\ProductController;
use Illuminate\Support\Facades\Route;

Route::get('/products', [ProductController::class, 'index']);
Route::post('/products', [ProductController::class, 'create']);
Route::get('/products/{id}', [ProductController::class, 'show']);
Route::put('/products/{id}', [ProductController::class, 'change']);
Route::delete('/products/{id}', [ProductController::class, 'remove']);
Route::post('/products/{id}/reviews', [ProductController::class, 'addReview']);
