<?php

use App\Http\Controllers\GraphqlController;
use Illuminate\Support\Facades\Route;

Route::post('/graphql', [GraphqlController::class, 'run']);
