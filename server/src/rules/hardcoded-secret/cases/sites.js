const crypto = require('crypto');
const express = require('express');
const session = require('express-session');
const jwt = require('jsonwebtoken');
const app = express();
const SECRET = 'shop';

app.use(session({ secret: SECRET, cookie: { secure: true } })); // finds hardcoded-secret
app.use(session({ secret: ['old', 'older'], cookie: { secure: true } })); // finds hardcoded-secret
app.use(session({ secret: process.env.SECRET, cookie: { secure: true } }));
app.use(session({ secret: config.get('secret'), cookie: { secure: true } }));
jwt.sign({ id: 1 }, 'shop', { expiresIn: '1h' }); // finds hardcoded-secret
jwt.verify(token, process.env.KEY || 'shop');
crypto.createHmac('sha256', 'shop').update(body); // finds hardcoded-secret
crypto.createHmac('sha256', key).update(body);
