from flask import Flask, make_response

app = Flask(__name__)

@app.get('/')
def index():
    response = make_response('ok')
    response.set_cookie('session', new_id(), secure=True, httponly=True, samesite='Lax')
    response.set_cookie('session', new_id(), secure=True, httponly=True, samesite='Lax')  # finds insecure-cookie (warning)
    response.set_cookie('session', new_id(), **flags)
    response.set_cookie('session', new_id(), secure=is_https, httponly=True, samesite='Lax')
    response.set_cookie('session', new_id(), secure=True, httponly=True, samesite='Lax')  # finds insecure-cookie (warning)
    response.set_cookie('colour', 'dark', secure=True, httponly=True, samesite='Lax')  # finds insecure-cookie (hint)
    return response
