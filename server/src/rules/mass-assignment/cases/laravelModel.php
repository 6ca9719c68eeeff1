<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Note extends Model
{
    protected $guarded = []; // finds mass-assignment (warning)
}

class Member extends Model
{
    // A list would also have to name what the class sets itself.
    protected $guarded = []; // finds mass-assignment (warning)

    public static function register(string $name, string $role): Member
    {
        return self::create(['name' => $name, 'role' => $role]);
    }
}
