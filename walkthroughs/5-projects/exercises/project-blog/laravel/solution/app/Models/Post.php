<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\BelongsTo;
use Illuminate\Database\Eloquent\Relations\BelongsToMany;
use Illuminate\Database\Eloquent\Relations\HasMany;

class Post extends Model
{
    public $timestamps = false;
    protected $fillable = ['title', 'body', 'published'];
    protected $casts = ['published' => 'boolean'];

    public function author(): BelongsTo
    {
        return $this->belongsTo(Author::class);
    }

    public function tags(): BelongsToMany
    {
        return $this->belongsToMany(Tag::class)->orderBy('position');
    }

    public function comments(): HasMany
    {
        return $this->hasMany(Comment::class)->orderBy('id');
    }

    /** A draft is for its author alone. For a visitor who is nobody, the id is null. */
    public function scopeVisibleTo(Builder $query, ?int $authorId): void
    {
        $query->where(function (Builder $either) use ($authorId): void {
            $either->where('published', true)->orWhere('author_id', $authorId);
        });
    }

    /** Takes the place of all tags before. A tag that is named twice counts once. */
    public function setTags(array $names): void
    {
        $pairs = [];
        foreach (array_values(array_unique($names)) as $position => $name) {
            $pairs[Tag::firstOrCreate(['name' => $name])->id] = ['position' => $position];
        }
        $this->tags()->sync($pairs);
        $this->load('tags');
    }

    /** As visitors see it. */
    public function shown(): array
    {
        return [
            'id' => $this->id,
            'title' => $this->title,
            'body' => $this->body,
            'author' => $this->author->name,
            'tags' => $this->tags->pluck('name'),
            'published' => $this->published,
        ];
    }
}
