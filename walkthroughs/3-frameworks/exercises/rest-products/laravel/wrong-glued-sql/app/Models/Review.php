<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;

class Review extends Model
{
    public $timestamps = false;
    protected $fillable = ['stars', 'text'];
    protected $visible = ['stars', 'text'];
}
