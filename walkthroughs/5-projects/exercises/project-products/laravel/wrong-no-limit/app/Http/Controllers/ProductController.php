<?php

namespace App\Http\Controllers;

use App\Models\Product;
use Illuminate\Database\Eloquent\Builder;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\Validator;
use Illuminate\Validation\Rule;
use stdClass;

class ProductController
{
    private const MOST = 999_999_999;

    /** What can be sorted by: a column and a direction. */
    private const ORDERS = [
        'price' => ['price', 'asc'],
        '-price' => ['price', 'desc'],
        'name' => ['name', 'asc'],
        '-name' => ['name', 'desc'],
    ];

    public function index(Request $request): JsonResponse
    {
        $asked = $this->checked($request->query(), [
            'category' => ['string'],
            'minPrice' => ['integer', 'between:0,' . self::MOST],
            'maxPrice' => ['integer', 'between:0,' . self::MOST],
            'search' => ['string'],
            'sort' => [Rule::in(array_keys(self::ORDERS))],
            'page' => ['integer', 'between:1,' . self::MOST],
            'perPage' => ['integer', 'between:1,' . self::MOST],
        ]);
        // A parameter without a value counts as one that is not there.
        $asked = array_filter($asked, fn (mixed $value) => $value !== '');

        $page = (int) ($asked['page'] ?? 1);
        $perPage = (int) ($asked['perPage'] ?? 10);
        [$column, $direction] = self::ORDERS[$asked['sort'] ?? ''] ?? ['id', 'asc'];
        $products = $this->filtered($asked);
        $total = $products->count();
        // A tie is ordered by id.
        $items = $products->orderBy($column, $direction)->orderBy('id')->forPage($page, $perPage)->get();
        return response()->json([
            'items' => $items,
            'total' => $total,
            'page' => $page,
            'pages' => (int) ceil($total / $perPage),
        ]);
    }

    public function show(string $id): JsonResponse
    {
        return response()->json($this->find($id));
    }

    public function create(Request $request): JsonResponse
    {
        $product = Product::create($this->checked($this->body($request), $this->productRules()));
        return response()->json($product, 201, ['Location' => "/products/{$product->id}"]);
    }

    public function change(Request $request, string $id): JsonResponse
    {
        $product = $this->find($id);
        // A field that is not sent stays as it is.
        $rules = array_map(fn (array $each) => ['sometimes', ...$each], $this->productRules());
        $product->update($this->checked($this->body($request), $rules));
        return response()->json($product);
    }

    public function remove(string $id): Response
    {
        $this->find($id)->delete();
        return response()->noContent();
    }

    private function filtered(array $asked): Builder
    {
        $products = Product::query();
        if (isset($asked['category'])) {
            $products->where('category', $asked['category']);
        }
        if (isset($asked['minPrice'])) {
            $products->where('price', '>=', (int) $asked['minPrice']);
        }
        if (isset($asked['maxPrice'])) {
            $products->where('price', '<=', (int) $asked['maxPrice']);
        }
        if (isset($asked['search'])) {
            $products->withInName($asked['search']);
        }
        return $products;
    }

    private function find(string $id): Product
    {
        $product = ctype_digit($id) ? Product::find((int) $id) : null;
        abort_if($product === null, 404);
        return $product;
    }

    private function productRules(): array
    {
        $number = ['bail', 'required', $this->isInteger(...), 'integer', 'between:0,' . self::MOST];
        return [
            'name' => ['bail', 'required', 'string', 'max:200'],
            'category' => ['bail', 'required', 'string', 'max:200'],
            'price' => $number,
            'stock' => $number,
        ];
    }

    /** The fields of the body, or the answer 400 when it is no JSON object. */
    private function body(Request $request): array
    {
        $isObject = json_decode($request->getContent()) instanceof stdClass;
        abort_unless($isObject, response()->json(['error' => 'The body must be a JSON object.'], 400));
        return $request->json()->all();
    }

    /** The values that the rules name, or the answer 400. */
    private function checked(array $values, array $rules): array
    {
        $validator = Validator::make($values, $rules);
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
