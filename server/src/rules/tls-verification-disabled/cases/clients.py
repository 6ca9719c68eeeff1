import ssl
import requests

requests.get('https://api.shop-partner.net', verify=False)  # finds tls-verification-disabled (warning)
requests.get('https://api.shop-partner.net', verify='ca.pem')
requests.get('https://api.shop-partner.net')
context = ssl._create_unverified_context()  # finds tls-verification-disabled (warning)
