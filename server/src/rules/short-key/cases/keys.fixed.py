from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from Crypto.PublicKey import RSA

SIZE = 3072

first = rsa.generate_private_key(public_exponent=65537, key_size=3072)  # finds short-key (warning)
second = dsa.generate_private_key(3072)  # finds short-key (warning)
third = ec.generate_private_key(ec.SECP256R1())  # finds short-key (warning)
fourth = RSA.generate(SIZE)  # finds short-key (warning)
