import hashlib
from hashlib import md5, sha256

from Crypto.Hash import SHA, SHA256
from cryptography.hazmat.primitives import hashes


def sign(text, secret, body):
    signature = hashlib.sha256(text + secret).hexdigest()  # finds weak-hash (warning)
    token = sha256(text).hexdigest()  # finds weak-hash (warning)
    mac = SHA256.new(text).digest()  # finds weak-hash (warning)
    verified = hashes.Hash(hashes.SHA256())  # finds weak-hash (warning)
    trusted = hashlib.new(name='sha256', data=text)  # finds weak-hash (warning)
    etag = hashlib.sha256(body).hexdigest()  # finds weak-hash (hint)
    return [signature, token, mac, verified, trusted, etag]
