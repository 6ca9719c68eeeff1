require 'securerandom'
letters = ('a'..'z').to_a
password = letters.shuffle(random: SecureRandom).first(8).join # finds weak-random (warning)
pin = SecureRandom.random_number(10_000) # finds weak-random (warning)
token = letters.sample(12, random: SecureRandom).join # finds weak-random (warning)
otp = SecureRandom.random_number(1000..9999) # finds weak-random (warning)
nonce = SecureRandom.random_number # finds weak-random (warning)
