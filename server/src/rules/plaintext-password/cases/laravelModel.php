<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class User extends Model
{
    public static function register(string $name, string $password): User
    {
        return User::create(['name' => $name, 'password' => $password]); // finds plaintext-password (warning)
    }
}

class Member extends Model
{
    protected $casts = ['password' => 'hashed'];

    public static function register(string $name, string $password): Member
    {
        return Member::create(['name' => $name, 'password' => $password]);
    }
}
