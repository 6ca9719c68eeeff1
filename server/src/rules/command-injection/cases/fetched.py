import os

import requests


def announce():
    message = requests.get('https://news.example.com/latest', timeout=5).text
    os.system('say ' + message)  # finds command-injection (hint)
    os.system('say hello')
