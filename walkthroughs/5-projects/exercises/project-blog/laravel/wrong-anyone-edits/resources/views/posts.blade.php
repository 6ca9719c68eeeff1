<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Blog</title>
  </head>
  <body>
    <h1>Blog</h1>
    <ul>
      @forelse ($posts as $post)
        <li><a href="/blog/{{ $post->id }}">{{ $post->title }}</a> by {{ $post->author->name }}</li>
      @empty
        <li>There are no posts yet.</li>
      @endforelse
    </ul>
  </body>
</html>
