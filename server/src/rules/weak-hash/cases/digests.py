import hashlib
from hashlib import md5

from Crypto.Hash import SHA
from cryptography.hazmat.primitives import hashes


def sign(text, secret, body):
    signature = hashlib.sha1(text + secret).hexdigest()  # finds weak-hash (warning)
    token = md5(text).hexdigest()  # finds weak-hash (warning)
    mac = SHA.new(text).digest()  # finds weak-hash (warning)
    verified = hashes.Hash(hashes.SHA1())  # finds weak-hash (warning)
    trusted = hashlib.new(name='md5', data=text)  # finds weak-hash (warning)
    etag = hashlib.md5(body).hexdigest()  # finds weak-hash (hint)
    return [signature, token, mac, verified, trusted, etag]
