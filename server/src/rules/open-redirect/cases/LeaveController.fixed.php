<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;

class LeaveController extends Controller
{
    public function show(Request $request)
    {
        $next = $request->input('next');
        if (!preg_match('~^/([^/\\\\\s]|$)~D', $next)) {
            abort(400);
        }
        return redirect($next); // finds open-redirect
    }
}
