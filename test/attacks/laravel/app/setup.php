<?php

// Makes and fills the tables when the application starts for the first time.

use App\Models\Product;
use App\Models\User;
use Illuminate\Support\Facades\Schema;

$app = require __DIR__ . '/bootstrap/app.php';
$app->make(Illuminate\Contracts\Console\Kernel::class)->bootstrap();

if (getenv('DATABASE') && !file_exists(getenv('DATABASE'))) {
    touch(getenv('DATABASE'));
}
if (Schema::hasTable('products')) {
    return;
}
Schema::create('products', function ($table) {
    $table->increments('id');
    $table->text('name');
    $table->integer('price');
});
Schema::create('users', function ($table) {
    $table->increments('id');
    $table->text('name')->unique();
    $table->text('password');
    $table->text('role');
    $table->text('bio');
    $table->text('secret')->nullable();
});
foreach (['desk lamp' => 39, 'floor lamp' => 120, 'wool rug' => 85, 'oak table' => 450] as $name => $price) {
    Product::insert(['name' => $name, 'price' => $price]);
}
User::register('admin', getenv('ADMIN_PASSWORD'), 'admin');
$phrase = 'amber-falcon-7731';
User::where('name', 'admin')->update(['secret' => $phrase]);
