<?php

namespace App\Http\Controllers;

use App\Models\Product;
use Illuminate\Http\JsonResponse;

class ProductController
{
    public function index(): JsonResponse
    {
        return response()->json(Product::orderBy('id')->get());
    }

    // TODO: the methods create, show, change, remove and addReview
}
