<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Library</title>
  </head>
  <body>
    <h1>Library</h1>
    <form action="/">
      <label>Title <input name="q" value="{{ $query }}"></label>
      <button>Search</button>
    </form>
    @if ($books->isEmpty())
      <p>No book found for “{!! $query !!}”</p>
    @else
      <ul>
        @foreach ($books as $book)
          <li>{{ $book['title'] }}, {{ $book['author'] }} ({{ $book['year'] }})</li>
        @endforeach
      </ul>
      <p>{{ $books->count() }} {{ $books->count() === 1 ? 'book' : 'books' }}</p>
    @endif
  </body>
</html>
