<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\Hash;

class User extends Model
{
    public static function register(string $name, string $password): User
    {
        return User::create(['name' => $name, 'password' => Hash::make($password)]); // finds plaintext-password (warning)
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
