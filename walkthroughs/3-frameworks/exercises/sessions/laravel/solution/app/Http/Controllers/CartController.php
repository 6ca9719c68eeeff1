<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class CartController
{
    private const PRODUCTS = ['pen', 'book', 'lamp'];

    public function show(Request $request): JsonResponse
    {
        return $this->cart($request);
    }

    public function add(Request $request): JsonResponse
    {
        $product = $request->input('product');
        $quantity = $request->input('quantity');
        if (!in_array($product, self::PRODUCTS, true)) {
            return response()->json(['error' => 'There is no such product.'], 400);
        }
        if (!is_int($quantity) || $quantity < 1 || $quantity > 20) {
            return response()->json(['error' => 'The quantity must be a whole number from 1 to 20.'], 400);
        }
        $items = $request->session()->get('items', []);
        $items[$product] = ($items[$product] ?? 0) + $quantity;
        $request->session()->put('items', $items);
        return $this->cart($request);
    }

    public function remove(Request $request, string $product): JsonResponse
    {
        $items = $request->session()->get('items', []);
        if (!isset($items[$product])) {
            return response()->json(['error' => 'This product is not in the cart.'], 404);
        }
        unset($items[$product]);
        $request->session()->put('items', $items);
        return $this->cart($request);
    }

    public function clear(Request $request): JsonResponse
    {
        $request->session()->invalidate();
        return $this->cart($request);
    }

    private function cart(Request $request): JsonResponse
    {
        $items = $request->session()->get('items', []);
        return response()->json(['items' => (object) $items, 'count' => array_sum($items)]);
    }
}
