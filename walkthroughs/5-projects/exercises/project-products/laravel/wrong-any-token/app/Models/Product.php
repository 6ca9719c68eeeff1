<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Model;

class Product extends Model
{
    public $timestamps = false;
    protected $fillable = ['name', 'category', 'price', 'stock'];

    /** LIKE does not care about capitals. % and _ mean themselves. */
    public function scopeWithInName(Builder $query, string $part): void
    {
        $pattern = '%' . preg_replace('/[!%_]/', '!$0', $part) . '%';
        $query->whereRaw("name LIKE ? ESCAPE '!'", [$pattern]);
    }
}
