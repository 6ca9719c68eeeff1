const crypto = require('crypto');

crypto.generateKeyPairSync('rsa', { modulusLength: 1024 }); // finds short-key (warning)
crypto.generateKeyPairSync('ec', { namedCurve: 'prime192v1' });
