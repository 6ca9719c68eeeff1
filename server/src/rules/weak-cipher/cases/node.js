const crypto = require('crypto');

crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
crypto.createCipheriv('aes-256-cbc', key, iv);
crypto.createCipheriv('aes-256-cbc', key, 'abcdefgh12345678'); // finds weak-cipher (warning)
crypto.createCipheriv('aes-128-ecb', key, null); // finds weak-cipher (warning)
crypto.createCipheriv('des3', key, iv); // finds weak-cipher (warning)
crypto.createCipheriv('rc4', key, null); // finds weak-cipher (warning)
crypto.createCipheriv('bf-cbc', key, iv); // finds weak-cipher (warning)
crypto.createCipheriv('chacha20-poly1305', key, iv);
crypto.createCipheriv(algorithm, key, iv);
crypto.createCipher('aes-256-cbc', password); // finds weak-cipher (warning)

function decrypt(text) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv); // finds weak-cipher (warning)
  return decipher.update(text);
}
function decryptWhole(text) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(tag);
  return decipher.update(text, 'utf8', 'utf8') + decipher.final('utf8');
}
