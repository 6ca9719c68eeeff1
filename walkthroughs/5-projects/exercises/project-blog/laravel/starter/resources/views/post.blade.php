<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Blog</title>
  </head>
  <body>
    <p><a href="/blog">All posts</a></p>
    {{-- TODO: the post with its author, and its comments --}}
  </body>
</html>
