<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Blog</title>
  </head>
  <body>
    <h1>Blog</h1>
    {{-- TODO: the posts; each title is a link to its page --}}
  </body>
</html>
