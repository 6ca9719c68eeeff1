<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class PostController extends Controller
{
    // TODO: only posts that the visitor may see, the newest first, by tag and by author
    public function index(Request $request): JsonResponse
    {
        return response()->json([]);
    }

    // TODO: one method that finds a post which the visitor may see, and one that finds a post which
    // the visitor may change. Then the methods that routes/api.php names.
    // The rule new IsList() from App\Rules is for the tags.
}
