import ftplib
import imaplib
from urllib.request import urlopen

import requests

HOST = 'https://api.shop-partner.net'


def download(name, password, item):
    requests.get('https://api.shop-partner.net/prices')  # finds cleartext-transport (hint)
    requests.post(f'https://api.shop-partner.net/{item}')  # finds cleartext-transport (hint)
    requests.get(HOST)  # finds cleartext-transport (hint)
    urlopen('https://files.shop-partner.net/a')  # finds cleartext-transport (warning)
    mail = imaplib.IMAP4_SSL('mail.shop-partner.net')  # finds cleartext-transport (warning)
    ftp = ftplib.FTP_TLS('files.shop-partner.net')  # finds cleartext-transport (warning)
    ftp.login(name, password)
    ftp.prot_p()
    return mail, ftp
