<?php

use App\Http\Controllers\CartController;
use Illuminate\Support\Facades\Route;

Route::get('/cart', [CartController::class, 'show']);
Route::post('/cart', [CartController::class, 'add']);
Route::delete('/cart/{product}', [CartController::class, 'remove']);
Route::post('/cart/clear', [CartController::class, 'clear']);
