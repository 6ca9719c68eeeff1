<?php

use App\Http\Controllers\AccountController;
use App\Http\Controllers\PageController;
use Illuminate\Support\Facades\Route;

Route::get('/products', [PageController::class, 'products']);
Route::get('/hello', [PageController::class, 'hello']);
Route::get('/count', [PageController::class, 'count']);
Route::get('/files', [PageController::class, 'file']);
Route::get('/go', [PageController::class, 'go']);
Route::get('/preview', [PageController::class, 'preview']);
Route::post('/register', [AccountController::class, 'register']);
Route::post('/login', [AccountController::class, 'login']);
Route::get('/admin', [AccountController::class, 'admin']);
Route::get('/profile', [AccountController::class, 'profile']);
Route::post('/profile', [AccountController::class, 'changeProfile']);
