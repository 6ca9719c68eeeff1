letters = ('a'..'z').to_a
password = letters.shuffle.first(8).join # finds weak-random (warning)
pin = rand(10_000) # finds weak-random (warning)
token = letters.sample(12).join # finds weak-random (warning)
otp = Random.rand(1000..9999) # finds weak-random (warning)
nonce = rand # finds weak-random (warning)
