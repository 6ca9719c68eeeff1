<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{{ $post->title }}</title>
  </head>
  <body>
    <p><a href="/blog">All posts</a></p>
    <article>
      <h1>{{ $post->title }}</h1>
      <p>by {{ $post->author->name }}</p>
      <p>{{ $post->body }}</p>
      <p>{{ $post->tags->pluck('name')->join(', ') }}</p>
    </article>
    <h2>Comments</h2>
    <dl>
      @forelse ($post->comments as $comment)
        <dt>{{ $comment->name }}</dt>
        <dd>{{ $comment->text }}</dd>
      @empty
        <dd>Nobody has said anything yet.</dd>
      @endforelse
    </dl>
  </body>
</html>
