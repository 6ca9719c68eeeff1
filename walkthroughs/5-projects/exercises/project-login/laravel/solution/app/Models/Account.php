<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\Hash;

class Account extends Model
{
    public $timestamps = false;
    protected $visible = ['email'];

    /** Returns false when the e-mail has an account already. */
    public static function add(string $email, string $password): bool
    {
        $hash = Hash::make($password);
        return self::query()->insertOrIgnore(['email' => $email, 'password_hash' => $hash]) > 0;
    }

    /** The account with this e-mail, when the password fits. */
    public static function thatFits(string $email, string $password): ?self
    {
        $account = self::query()->where('email', $email)->first();
        if ($account === null) {
            // The answer takes as long as with an account.
            Hash::make($password);
            return null;
        }
        return Hash::check($password, $account->password_hash) ? $account : null;
    }
}
