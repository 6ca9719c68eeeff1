<?php

namespace App\Http\Controllers;

use App\Models\Post;
use App\Rules\IsList;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\DB;

class PostController extends Controller
{
    public function index(Request $request): JsonResponse
    {
        $posts = Post::visibleTo($this->visitor($request))->with(['author', 'tags'])->orderByDesc('id');
        foreach (['tag' => 'tags', 'author' => 'author'] as $parameter => $relation) {
            $name = $request->query($parameter);
            if (is_string($name)) {
                $posts->whereHas($relation, fn ($related) => $related->where('name', $name));
            }
        }
        return response()->json($posts->get()->map->shown());
    }

    public function create(Request $request): JsonResponse
    {
        $author = $this->loggedIn($request);
        $fields = $this->checked($request, $this->postRules());
        $post = new Post($fields);
        $post->author_id = $author;
        $this->store($post, $fields['tags'] ?? []);
        return response()->json($post->shown(), 201, ['Location' => "/posts/{$post->id}"]);
    }

    public function show(Request $request, string $id): JsonResponse
    {
        $post = $this->visiblePost($request, $id);
        return response()->json([...$post->shown(), 'comments' => $post->comments]);
    }

    public function change(Request $request, string $id): JsonResponse
    {
        $post = $this->ownPost($request, $id);
        // A field that is not sent stays as it is.
        $rules = array_map(fn (array $each) => ['sometimes', ...$each], $this->postRules());
        $fields = $this->checked($request, $rules);
        $this->store($post->fill($fields), $fields['tags'] ?? $post->tags->pluck('name')->all());
        return response()->json($post->shown());
    }

    public function remove(Request $request, string $id): Response
    {
        $this->ownPost($request, $id)->delete();
        return response()->noContent();
    }

    public function addComment(Request $request, string $id): JsonResponse
    {
        $post = $this->visiblePost($request, $id);
        $fields = $this->checked($request, [
            'name' => ['bail', 'required', 'string', 'max:50'],
            'text' => ['bail', 'required', 'string', 'max:2000'],
        ]);
        return response()->json($post->comments()->create($fields), 201);
    }

    /** The id of the author who is logged in, or null. */
    private function visitor(Request $request): ?int
    {
        return $request->session()->get('author_id');
    }

    private function loggedIn(Request $request): int
    {
        return $this->visitor($request) ?? abort(401);
    }

    /** A post that the visitor may see. */
    private function visiblePost(Request $request, string $id): Post
    {
        abort_unless(ctype_digit($id), 404);
        return Post::visibleTo($this->visitor($request))->findOrFail((int) $id);
    }

    /** A post that the visitor may change. */
    private function ownPost(Request $request, string $id): Post
    {
        $this->loggedIn($request);
        return $this->visiblePost($request, $id);
    }

    /** The post and its tags, or neither. */
    private function store(Post $post, array $tags): void
    {
        DB::transaction(function () use ($post, $tags): void {
            $post->save();
            $post->setTags($tags);
        });
    }

    private function postRules(): array
    {
        return [
            'title' => ['bail', 'required', 'string', 'max:200'],
            'body' => ['bail', 'required', 'string', 'max:100000'],
            'tags' => ['sometimes', new IsList()],
            'tags.*' => ['bail', 'required', 'string', 'max:50'],
            'published' => ['bail', 'required', $this->isBoolean(...)],
        ];
    }

    // The rule boolean takes 1 and "1", too.
    private function isBoolean(string $name, mixed $value, callable $fail): void
    {
        if (!is_bool($value)) {
            $fail("The $name must be true or false.");
        }
    }
}
