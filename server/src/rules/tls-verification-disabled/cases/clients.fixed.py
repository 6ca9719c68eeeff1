import ssl
import requests

requests.get('https://api.shop-partner.net', verify=True)  # finds tls-verification-disabled (warning)
requests.get('https://api.shop-partner.net', verify='ca.pem')
requests.get('https://api.shop-partner.net')
context = ssl.create_default_context()  # finds tls-verification-disabled (warning)
