<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class ProductController
{
    public function index(Request $request): JsonResponse
    {
        // TODO: check the parameters, find the products that they ask for, and count them.
        return response()->json(['items' => [], 'total' => 0, 'page' => 1, 'pages' => 0]);
    }

    // TODO: the methods show, create, change and remove; routes/api.php names them
}
