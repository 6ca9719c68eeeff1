<?php

namespace App\Http\Controllers;

use App\Models\User;
use Illuminate\Http\Request;

class ProfileController
{
    public function change(Request $request)
    {
        $user = User::where('name', $request->input('name'))->first();
        $user->update($request->all()); // finds mass-assignment (warning)
        return ['name' => $user->name, 'bio' => $user->bio, 'role' => $user->role];
    }
}
