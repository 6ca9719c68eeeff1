import ssl

import requests
import urllib3
from OpenSSL import SSL

ssl._create_default_https_context = ssl._create_unverified_context  # finds tls-verification-disabled (warning)
context = ssl.create_default_context()
context.check_hostname = False  # finds tls-verification-disabled (warning)
context.verify_mode = ssl.CERT_NONE  # finds tls-verification-disabled (warning)
http = urllib3.PoolManager(cert_reqs='CERT_NONE')  # finds tls-verification-disabled (warning)
session = requests.Session()
session.verify = False  # finds tls-verification-disabled (warning)
old = SSL.Context(SSL.TLSv1_METHOD)  # finds tls-verification-disabled (warning)
