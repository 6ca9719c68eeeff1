import hashlib

signature = hashlib.md5(document).hexdigest()  # finds weak-hash (warning)
digest = hashlib.sha1(document).hexdigest()  # finds weak-hash (hint)
digest = hashlib.sha256(document).hexdigest()
digest = hashlib.md5(document, usedforsecurity=False).hexdigest()
token = hashlib.new('md5', document).hexdigest()  # finds weak-hash (warning)
digest = hashlib.new(algorithm, document).hexdigest()

def etag(page):
    return hashlib.md5(page).hexdigest()  # finds weak-hash (hint)

cache_key = hashlib.sha1(url).hexdigest()  # finds weak-hash (hint)
