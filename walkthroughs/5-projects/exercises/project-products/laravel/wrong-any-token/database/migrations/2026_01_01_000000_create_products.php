<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

// Laravel runs this when the database is new. After a change here, delete shop.db.
return new class extends Migration {
    public function up(): void
    {
        Schema::create('products', function (Blueprint $table): void {
            $table->id();
            $table->string('name');
            $table->string('category')->index();
            $table->integer('price')->index();
            $table->integer('stock');
        });

        $first = json_decode(file_get_contents(base_path('products.json')), true, 8, JSON_THROW_ON_ERROR);
        DB::table('products')->insert($first);
    }
};
