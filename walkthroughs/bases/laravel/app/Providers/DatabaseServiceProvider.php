<?php

namespace App\Providers;

use Illuminate\Support\ServiceProvider;

/** Makes the database when it is not there yet, by the files in database/migrations. */
class DatabaseServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        $file = config('database.connections.sqlite.database');
        if (file_exists($file) || glob(database_path('migrations/*.php')) === []) {
            return;
        }
        touch($file);
        $migrator = $this->app->make('migrator');
        $migrator->getRepository()->createRepository();
        $migrator->run([database_path('migrations')]);
    }
}
