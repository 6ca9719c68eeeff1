<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Post extends Model
{
    public $timestamps = false;

    // TODO: $fillable, the author, the tags and the comments; posts that a visitor may see
}
