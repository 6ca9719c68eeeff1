<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class CartController
{
    // TODO: read the cart of this visitor out of the session.
    public function show(Request $request): JsonResponse
    {
        return response()->json(['items' => (object) [], 'count' => 0]);
    }

    // TODO: the methods add, remove and clear
}
