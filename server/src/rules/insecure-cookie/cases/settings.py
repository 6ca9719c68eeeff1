from flask import Flask

SESSION_COOKIE_SECURE = False  # finds insecure-cookie (warning)
SESSION_COOKIE_SAMESITE = 'None'  # finds insecure-cookie (warning)

app = Flask(__name__)
app.config['SESSION_COOKIE_HTTPONLY'] = False  # finds insecure-cookie (warning)
app.config.update(  # finds insecure-cookie (warning)
    SESSION_COOKIE_SECURE=False,
)
