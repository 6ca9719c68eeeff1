require 'erb'
require 'sinatra'

ENTRIES = [{ name: 'Ada', text: 'A friendly place.' }]

get '/' do
  q = params['q'].to_s
  shown = ENTRIES.select { |entry| entry[:text].include?(q) }
  page_html(shown, q)
end

post '/entries' do
  ENTRIES << { name: params['name'].to_s, text: params['text'].to_s }
  redirect '/', 303
end

def h(text)
  text.gsub('<script>', '').gsub('</script>', '')
end

def entry_html(entry)
  "<li><b>#{h(entry[:name])}</b> wrote: #{h(entry[:text])}</li>"
end

def page_html(shown, q)
  <<~HTML
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Guest book</title></head>
    <body>
    <h1>Guest book</h1>
    <form action="/"><input name="q" value="#{h(q)}"> <button>Search</button></form>
    <ul>#{shown.map { |entry| entry_html(entry) }.join("\n")}</ul>
    <form action="/entries" method="post">
    <label>Name <input name="name"></label>
    <label>Text <input name="text"></label>
    <button>Send</button>
    </form>
    </body>
    </html>
  HTML
end
