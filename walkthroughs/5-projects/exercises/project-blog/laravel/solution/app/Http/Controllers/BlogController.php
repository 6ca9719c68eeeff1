<?php

namespace App\Http\Controllers;

use App\Models\Post;
use Illuminate\Contracts\View\View;
use Illuminate\Http\Request;

/** The pages for readers. */
class BlogController extends Controller
{
    public function index(Request $request): View
    {
        $visible = Post::visibleTo($request->session()->get('author_id'));
        return view('posts', ['posts' => $visible->with('author')->orderByDesc('id')->get()]);
    }

    public function show(Request $request, string $id): View
    {
        abort_unless(ctype_digit($id), 404);
        $visible = Post::visibleTo($request->session()->get('author_id'));
        return view('post', ['post' => $visible->findOrFail((int) $id)]);
    }
}
