import os
from flask import Flask

app = Flask(__name__)
app.config['DEBUG'] = True  # finds debug-enabled (warning)
app.config['DEBUG'] = os.environ.get('DEBUG') == '1'

class DevelopmentConfig:
    DEBUG = True

class ProductionConfig:
    DEBUG = False

app.run(debug=True)  # finds debug-enabled (warning)
app.run(debug=False)
app.run(debug=settings.DEBUG)

if __name__ == '__main__':
    app.run(debug=True)  # finds debug-enabled (hint)
