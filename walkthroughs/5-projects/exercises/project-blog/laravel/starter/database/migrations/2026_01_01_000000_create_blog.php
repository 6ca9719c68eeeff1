<?php

use Illuminate\Database\Migrations\Migration;

// Laravel runs this when the database is new. After a change here, delete shop.db.
return new class extends Migration {
    public function up(): void
    {
        // TODO: the tables for authors, posts, tags, the pairs of posts and tags, and comments
    }
};
