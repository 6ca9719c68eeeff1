const jwt = require('jsonwebtoken');

jwt.sign({ id: 1 }, key, { expiresIn: '15m' }); // finds jwt-no-expiry (warning)
jwt.sign({ id: 1 }, key, { expiresIn: '15m' }); // finds jwt-no-expiry (warning)
jwt.sign({ id: 1 }, key, { algorithm: 'HS256', expiresIn: '15m' }); // finds jwt-no-expiry (warning)
jwt.sign({ id: 1 }, key, { expiresIn: '1h' });
jwt.sign({ id: 1, exp: end }, key);
jwt.sign({ ...claims }, key);
jwt.sign(payload, key);
jwt.sign({ id: 1 }, key, options);
jwt.sign({ id: 1 }, key, (error, token) => send(token)); // misses jwt-no-expiry
