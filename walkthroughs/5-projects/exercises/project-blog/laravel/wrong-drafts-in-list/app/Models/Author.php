<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\Hash;

class Author extends Model
{
    public $timestamps = false;
    protected $visible = ['name'];

    /** Returns false when the name is taken. */
    public static function add(string $name, string $password): bool
    {
        $hash = Hash::make($password);
        return self::query()->insertOrIgnore(['name' => $name, 'password_hash' => $hash]) > 0;
    }

    /** The author with this name, when the password fits. */
    public static function thatFits(string $name, string $password): ?self
    {
        $author = self::query()->where('name', $name)->first();
        if ($author === null) {
            // The answer takes as long as with an author.
            Hash::make($password);
            return null;
        }
        return Hash::check($password, $author->password_hash) ? $author : null;
    }
}
