<?php

namespace App\Http\Controllers;

use App\Models\Account;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\RateLimiter;
use Illuminate\Support\Facades\Validator;

class AccountController
{
    private const MOST_ATTEMPTS = 5;
    private const PAUSE_SECONDS = 15 * 60;

    /** Bcrypt takes no more than this. */
    private const LONGEST_PASSWORD_BYTES = 72;

    public function register(Request $request): JsonResponse
    {
        $fields = $this->checked($request, [
            'email' => ['bail', 'required', 'string', 'email', 'max:254'],
            'password' => ['bail', 'required', 'string', 'min:10', $this->isShortEnough(...)],
        ]);
        $email = $this->normalized($fields['email']);
        if (!Account::add($email, $fields['password'])) {
            return $this->error('This e-mail has an account.', 409);
        }
        return response()->json(['email' => $email], 201);
    }

    public function logIn(Request $request): JsonResponse
    {
        $fields = $this->checked($request, [
            'email' => ['bail', 'required', 'string', 'max:254'],
            'password' => ['bail', 'required', 'string', $this->isShortEnough(...)],
        ]);
        $email = $this->normalized($fields['email']);
        // It counts for an unknown e-mail, too, and before the password is compared.
        if (RateLimiter::hit("login $email", self::PAUSE_SECONDS) > self::MOST_ATTEMPTS) {
            return $this->error('Too many attempts. Wait a quarter of an hour.', 429);
        }
        $account = Account::thatFits($email, $fields['password']);
        if ($account === null) {
            return $this->error('The e-mail or the password is wrong.', 401);
        }
        RateLimiter::clear("login $email");
        // A cookie that somebody else put into this browser must not become the one of the account.
        $request->session()->invalidate();
        $request->session()->put('account_id', $account->id);
        return response()->json($account);
    }

    public function me(Request $request): JsonResponse
    {
        $account = Account::find($request->session()->get('account_id'));
        return $account === null ? $this->error('Nobody is logged in.', 401) : response()->json($account);
    }

    public function logOut(Request $request): Response
    {
        $request->session()->invalidate();
        return response()->noContent();
    }

    /** Capitals do not make another address. */
    private function normalized(string $email): string
    {
        return mb_strtolower($email);
    }

    /** The fields that the rules name, or the answer 400. */
    private function checked(Request $request, array $rules): array
    {
        $validator = Validator::make($request->json()->all(), $rules);
        abort_if($validator->fails(), response()->json(['errors' => $validator->errors()], 400));
        return $validator->validated();
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
