<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Account extends Model
{
    public $timestamps = false;
    protected $visible = ['email'];

    /** Returns false when the e-mail has an account already. */
    public static function add(string $email, string $password): bool
    {
        $hash = hash('sha256', $password);
        return self::query()->insertOrIgnore(['email' => $email, 'password_hash' => $hash]) > 0;
    }

    /** The account with this e-mail, when the password fits. */
    public static function thatFits(string $email, string $password): ?self
    {
        $hash = hash('sha256', $password);
        return self::query()->where('email', $email)->where('password_hash', $hash)->first();
    }
}
