<?php

use App\Http\Controllers\AccountController;
use Illuminate\Support\Facades\Route;

Route::post('/register', [AccountController::class, 'register']);
Route::post('/login', [AccountController::class, 'logIn']);
Route::get('/me', [AccountController::class, 'me']);
Route::post('/logout', [AccountController::class, 'logOut']);
