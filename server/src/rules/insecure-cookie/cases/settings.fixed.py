from flask import Flask

SESSION_COOKIE_SECURE = True  # finds insecure-cookie (warning)
SESSION_COOKIE_SAMESITE = 'Lax'  # finds insecure-cookie (warning)

app = Flask(__name__)
app.config['SESSION_COOKIE_HTTPONLY'] = True  # finds insecure-cookie (warning)
app.config.update(  # finds insecure-cookie (warning)
    SESSION_COOKIE_SECURE=True,
)
