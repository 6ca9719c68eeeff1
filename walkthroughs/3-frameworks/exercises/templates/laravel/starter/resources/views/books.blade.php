<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Library</title>
  </head>
  <body>
    <h1>Library</h1>
    <form action="/">
      <label>Title <input name="q"></label>
      <button>Search</button>
    </form>
    {{-- TODO: the list of books and their number, or the sentence when there is none --}}
  </body>
</html>
