<?php

namespace App\Http\Controllers;

use App\Models\User;
use Illuminate\Http\Request;

class UserController extends Controller
{
    public function store(Request $request)
    {
        $user = new User();
        $user->forceFill($request->all()); // finds mass-assignment (warning)
        $user->save();
        return ['name' => $user->name, 'bio' => $user->bio];
    }
}
