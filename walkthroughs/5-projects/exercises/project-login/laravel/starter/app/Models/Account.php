<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Account extends Model
{
    public $timestamps = false;

    // TODO: add an account with the hash of its password, and find the one that fits an e-mail and
    // a password.
}
