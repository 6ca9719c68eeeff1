{!! $post->body !!} {{-- # finds cross-site-scripting (warning). --}}
{!! $posts->links() !!}
{!! csrf_field() !!}
{!! nl2br(e($post->body)) !!}
{!! nl2br($post->body) !!} {{-- # finds cross-site-scripting (warning). --}}
{!! request('name') !!} {{-- # finds cross-site-scripting (error). --}}
{!! $_GET['name'] !!} {{-- # finds cross-site-scripting (error). --}}
{!! __('messages.welcome') !!}
{!! "<b>{$user->name}</b>" !!} {{-- # finds cross-site-scripting (warning). --}}
{!! $post->title ?? '' !!} {{-- # finds cross-site-scripting (warning). --}}
{!! $html !!}
@{!! $text !!}
