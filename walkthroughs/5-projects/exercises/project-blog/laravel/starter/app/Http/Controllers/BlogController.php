<?php

namespace App\Http\Controllers;

use Illuminate\Contracts\View\View;

/** The pages for readers. */
class BlogController extends Controller
{
    // TODO: give the posts to the template, which is resources/views/posts.blade.php.
    public function index(): View
    {
        return view('posts', ['posts' => []]);
    }

    // TODO: the method show, for one post
}
