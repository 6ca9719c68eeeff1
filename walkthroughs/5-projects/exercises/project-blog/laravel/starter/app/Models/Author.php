<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Author extends Model
{
    public $timestamps = false;

    // TODO: add an author with the hash of a password, and find the one that fits a name and a
    // password.
}
