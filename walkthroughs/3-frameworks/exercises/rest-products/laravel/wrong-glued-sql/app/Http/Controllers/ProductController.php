<?php

namespace App\Http\Controllers;

use App\Models\Product;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Validator;

class ProductController
{
    public function index(): JsonResponse
    {
        return response()->json(Product::orderBy('id')->get());
    }

    public function create(Request $request): JsonResponse
    {
        $fields = $this->checked($request, $this->productRules());
        DB::statement("INSERT INTO products (name, price) VALUES ('{$fields['name']}', {$fields['price']})");
        $product = Product::latest('id')->first();
        return response()->json($product, 201, ['Location' => "/products/{$product->id}"]);
    }

    public function show(string $id): JsonResponse
    {
        return response()->json($this->find($id)->load('reviews'));
    }

    public function change(Request $request, string $id): JsonResponse
    {
        $product = $this->find($id);
        $product->update($this->checked($request, $this->productRules()));
        return response()->json($product);
    }

    public function remove(string $id): Response
    {
        $this->find($id)->delete();
        return response()->noContent();
    }

    public function addReview(Request $request, string $id): JsonResponse
    {
        $product = $this->find($id);
        $rules = [
            'stars' => ['bail', 'required', $this->isInteger(...), 'integer', 'between:1,5'],
            'text' => ['required', 'string'],
        ];
        return response()->json($product->reviews()->create($this->checked($request, $rules)), 201);
    }

    private function find(string $id): Product
    {
        $product = ctype_digit($id) ? Product::find((int) $id) : null;
        abort_if($product === null, 404);
        return $product;
    }

    private function productRules(): array
    {
        return [
            'name' => ['required', 'string'],
            'price' => ['bail', 'required', $this->isInteger(...), 'integer', 'min:0'],
        ];
    }

    /** The fields that the rules name, or the answer 400. */
    private function checked(Request $request, array $rules): array
    {
        $validator = Validator::make($request->json()->all(), $rules);
        abort_if($validator->fails(), response()->json(['errors' => $validator->errors()], 400));
        return $validator->validated();
    }

    // The rule integer takes "5", too, so the type is looked at as well.
    private function isInteger(string $name, mixed $value, callable $fail): void
    {
        if (!is_int($value)) {
            $fail("The $name must be a whole number.");
        }
    }
}
