from flask import Flask

app = Flask(__name__)
app.config['TESTING'] = True  # finds debug-enabled (hint)
app.config['ENV'] = 'development'  # finds debug-enabled (warning)
app.config.update(ENV='production', TESTING=False)
