import ftplib
import imaplib
from urllib.request import urlopen

import requests

HOST = 'http://api.shop-partner.net'


def download(name, password, item):
    requests.get('http://api.shop-partner.net/prices')  # finds cleartext-transport (hint)
    requests.post(f'http://api.shop-partner.net/{item}')  # finds cleartext-transport (hint)
    requests.get(HOST)  # finds cleartext-transport (hint)
    urlopen('ftp://files.shop-partner.net/a')  # finds cleartext-transport (warning)
    mail = imaplib.IMAP4('mail.shop-partner.net')  # finds cleartext-transport (warning)
    ftp = ftplib.FTP('files.shop-partner.net')  # finds cleartext-transport (warning)
    ftp.login(name, password)
    return mail, ftp
