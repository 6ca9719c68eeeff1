<?php

use App\Http\Controllers\ProductController;
use App\Http\Middleware\TokenCheck;
use Illuminate\Support\Facades\Route;

Route::get('/products', [ProductController::class, 'index']);
Route::get('/products/{id}', [ProductController::class, 'show']);

Route::middleware(TokenCheck::class)->group(function (): void {
    Route::post('/products', [ProductController::class, 'create']);
    Route::patch('/products/{id}', [ProductController::class, 'change']);
    Route::delete('/products/{id}', [ProductController::class, 'remove']);
});
