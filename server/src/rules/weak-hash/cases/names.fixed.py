import hashlib

signature = hashlib.sha256(document).hexdigest()  # finds weak-hash (warning)
digest = hashlib.sha256(document).hexdigest()  # finds weak-hash (hint)
digest = hashlib.sha256(document).hexdigest()
digest = hashlib.md5(document, usedforsecurity=False).hexdigest()
token = hashlib.new('sha256', document).hexdigest()  # finds weak-hash (warning)
digest = hashlib.new(algorithm, document).hexdigest()

def etag(page):
    return hashlib.sha256(page).hexdigest()  # finds weak-hash (hint)

cache_key = hashlib.sha256(url).hexdigest()  # finds weak-hash (hint)
