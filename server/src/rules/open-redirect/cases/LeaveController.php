<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;

class LeaveController extends Controller
{
    public function show(Request $request)
    {
        return redirect($request->input('next')); // finds open-redirect
    }
}
