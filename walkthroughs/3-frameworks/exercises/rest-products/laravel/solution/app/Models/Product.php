<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\HasMany;

class Product extends Model
{
    public $timestamps = false;
    protected $fillable = ['name', 'price'];

    public function reviews(): HasMany
    {
        return $this->hasMany(Review::class)->orderBy('id');
    }
}
