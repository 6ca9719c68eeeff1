<!doctype html>
<html lang="en">
<meta charset="utf-8">
<h1>Hello, {!! $name !!}</h1>
</html>
