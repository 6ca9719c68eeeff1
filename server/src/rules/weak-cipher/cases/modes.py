import hmac

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def hide(key, iv, text):
    return AES.new(key, AES.MODE_CBC, iv).encrypt(text)  # finds weak-cipher (hint)


def hide_too(key, iv):
    return Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()  # finds weak-cipher (hint)


def hide_with_tag(key, iv):
    return Cipher(algorithms.AES(key), modes.GCM(iv)).encryptor()


def hide_and_sign(key, iv, text, other):
    hidden = AES.new(key, AES.MODE_CBC, iv).encrypt(text)
    return hidden + hmac.new(other, iv + hidden, 'sha256').digest()


def without_key(iv):
    return Cipher(algorithms.AES(b''), modes.GCM(iv))  # finds weak-cipher (warning)
