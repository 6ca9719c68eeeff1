import os

from flask import Flask, redirect, request

app = Flask(__name__)
entries = [{"name": "Ada", "text": "A friendly place."}]


def clean(text):
    return text.replace("<script>", "").replace("</script>", "")


def entry_html(entry):
    return f"<li><b>{clean(entry['name'])}</b> wrote: {clean(entry['text'])}</li>"


def page_html(shown, q):
    items = "\n".join(entry_html(entry) for entry in shown)
    return f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Guest book</title></head>
<body>
<h1>Guest book</h1>
<form action="/"><input name="q" value="{clean(q)}"> <button>Search</button></form>
<ul>{items}</ul>
<form action="/entries" method="post">
<label>Name <input name="name"></label>
<label>Text <input name="text"></label>
<button>Send</button>
</form>
</body>
</html>"""


@app.get("/")
def show_entries():
    q = request.args.get("q", "")
    shown = [entry for entry in entries if q in entry["text"]]
    return page_html(shown, q)


@app.post("/entries")
def add_entry():
    entries.append({"name": request.form["name"], "text": request.form["text"]})
    return redirect("/", code=303)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
