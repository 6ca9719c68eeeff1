<?php

namespace App\Http\Controllers;

use App\Models\Author;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\RateLimiter;

class AuthorController extends Controller
{
    private const MOST_ATTEMPTS = 5;
    private const PAUSE_SECONDS = 15 * 60;

    /** Bcrypt takes no more than this. */
    private const LONGEST_PASSWORD_BYTES = 72;

    public function register(Request $request): JsonResponse
    {
        $fields = $this->checked($request, [
            'name' => ['bail', 'required', 'string', 'max:50'],
            'password' => ['bail', 'required', 'string', 'min:10', $this->isShortEnough(...)],
        ]);
        if (!Author::add($fields['name'], $fields['password'])) {
            return $this->error('This name is taken.', 409);
        }
        return response()->json(['name' => $fields['name']], 201);
    }

    public function logIn(Request $request): JsonResponse
    {
        $fields = $this->checked($request, [
            'name' => ['bail', 'required', 'string', 'max:50'],
            'password' => ['bail', 'required', 'string', $this->isShortEnough(...)],
        ]);
        $name = $fields['name'];
        // It counts for an unknown name, too, and before the password is compared.
        if (RateLimiter::hit("login $name", self::PAUSE_SECONDS) > self::MOST_ATTEMPTS) {
            return $this->error('Too many attempts. Wait a quarter of an hour.', 429);
        }
        $author = Author::thatFits($name, $fields['password']);
        if ($author === null) {
            return $this->error('The name or the password is wrong.', 401);
        }
        RateLimiter::clear("login $name");
        // A cookie that somebody else put into this browser must not become the one of the author.
        $request->session()->invalidate();
        $request->session()->put('author_id', $author->id);
        return response()->json($author);
    }

    private function isShortEnough(string $name, mixed $value, callable $fail): void
    {
        // PHP takes no text with the sign 0 in it as a password.
        if (strlen($value) > self::LONGEST_PASSWORD_BYTES || str_contains($value, "\0")) {
            $fail("The $name must have at most " . self::LONGEST_PASSWORD_BYTES . ' bytes, none of them 0.');
        }
    }

    private function error(string $message, int $status): JsonResponse
    {
        return response()->json(['error' => $message], $status);
    }
}
