<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;

class PageController
{
    public function products(Request $request)
    {
        $search = $request->input('search', '');
        return response()->json(DB::select("SELECT id, name, price FROM products WHERE name LIKE '%$search%'"));
    }

    public function hello(Request $request)
    {
        return view('hello', ['name' => $request->input('name', 'you')]);
    }

    public function count(Request $request)
    {
        chdir(getenv('FILES'));
        $lines = shell_exec('wc -c ' . $request->input('file'));
        return response($lines, 200, ['Content-Type' => 'text/plain']);
    }

    public function file(Request $request)
    {
        $text = file_get_contents(getenv('FILES') . '/' . $request->input('name'));
        return response($text, 200, ['Content-Type' => 'text/plain']);
    }

    public function go(Request $request)
    {
        return redirect($request->input('to'));
    }

    public function preview(Request $request)
    {
        $curl = curl_init($request->input('url'));
        curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
        $page = curl_exec($curl);
        return response($page, 200, ['Content-Type' => 'text/plain']);
    }
}
