{{ $post->body }} {{-- # finds cross-site-scripting (hint). --}}
{!! $posts->links() !!}
{!! csrf_field() !!}
{!! nl2br(e($post->body)) !!}
{!! nl2br(e($post->body)) !!} {{-- # finds cross-site-scripting (hint). --}}
{{ request('name') }} {{-- # finds cross-site-scripting (error). --}}
{{ $_GET['name'] }} {{-- # finds cross-site-scripting (error). --}}
{!! __('messages.welcome') !!}
{!! "<b>" . e($user->name) . "</b>" !!} {{-- # finds cross-site-scripting (warning). --}}
{{ $post->title ?? '' }} {{-- # finds cross-site-scripting (hint). --}}
{!! $html !!}
@{!! $text !!}
