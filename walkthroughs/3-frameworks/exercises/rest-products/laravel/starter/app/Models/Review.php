<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Review extends Model
{
    public $timestamps = false;
    // TODO: $fillable, the fields that a request may set, and $visible, those that are sent
}
