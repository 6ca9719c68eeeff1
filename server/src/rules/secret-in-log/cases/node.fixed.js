const crypto = require('crypto');

function logIn(user, password, apiKey) {
  console.log(`login of ${user} with ***`); // finds secret-in-log (warning)
  console.error('key', { apiKey: '***' }); // finds secret-in-log (warning)
  console.log('wrong password');
  console.log(user, password.length);
  console.log(hash(password));
  console.log(crypto.createHash('sha256').update(apiKey).digest('hex'));
}
