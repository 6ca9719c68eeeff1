<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class User extends Model
{
    public $timestamps = false;

    protected $guarded = [];

    public static function register(string $name, string $password, string $role = 'user'): User
    {
        return User::create(['name' => $name, 'password' => $password, 'role' => $role, 'bio' => '']);
    }
}
