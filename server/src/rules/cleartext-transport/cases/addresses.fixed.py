import ftplib
import requests

host = 'shop-partner.net'
requests.get('https://shop-partner.net/orders')  # finds cleartext-transport (hint)
requests.get(f'https://{host}/orders')  # finds cleartext-transport (hint)
requests.get('https://shop-partner.net/orders')
requests.get('http://localhost:8000/orders')
requests.get('http://127.0.0.1/orders')
requests.get('http://inventory:8000/orders')
requests.get('http://db.internal/orders')
ftplib.FTP('files.shop-partner.net')  # finds cleartext-transport (warning)
