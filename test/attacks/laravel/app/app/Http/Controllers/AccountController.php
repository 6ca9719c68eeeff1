<?php

namespace App\Http\Controllers;

use App\Models\User;
use App\Token;
use Illuminate\Http\Request;

class AccountController
{
    public function register(Request $request)
    {
        $user = User::register($request->input('name'), $request->input('password'));
        return response()->json(['name' => $user->name], 201);
    }

    public function login(Request $request)
    {
        $password = $request->input('password');
        $user = User::where('name', $request->input('name'))->first();
        if ($user === null || $user->password !== $password) {
            return response()->json(['error' => 'Wrong name or password.'], 401);
        }
        $token = Token::make(['sub' => $user->name, 'role' => $user->role, 'exp' => time() + 3600]);
        return response()->json(['token' => $token])->cookie('session', $token, 60, '/', null, false, false);
    }

    public function admin(Request $request)
    {
        $claims = Token::read($request->bearerToken());
        if ($claims['role'] !== 'admin') {
            return response()->json(['error' => 'Not allowed.'], 403);
        }
        return response()->json(['message' => 'Welcome, ' . $claims['sub']]);
    }

    public function profile(Request $request)
    {
        $claims = Token::read($request->bearerToken());
        $user = User::where('name', $claims['sub'])->first();
        return response()->json(['name' => $user->name, 'bio' => $user->bio]);
    }

    public function changeProfile(Request $request)
    {
        $claims = Token::read($request->bearerToken());
        $user = User::where('name', $claims['sub'])->first();
        $user->update($request->all());
        return response()->json(['name' => $user->name, 'bio' => $user->bio]);
    }
}
