const crypto = require('crypto');

function open(box, key) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, box.iv); // finds weak-cipher (warning)
  decipher.setAuthTag(box.tag);
  const text = decipher.update(box.text, 'base64', 'utf8');
  return text;
}

function openBytes(box, key) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, box.iv); // finds weak-cipher (warning)
  decipher.setAuthTag(box.tag);
  return decipher.update(box.text);
}

function believe(box, key) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, box.iv); // finds weak-cipher (warning)
  return decipher.update(box.text);
}
