const express = require('express');
const session = require('express-session');
const cookieSession = require('cookie-session');
const app = express();
const safe = { secure: true, httpOnly: true, sameSite: 'lax' };

app.get('/', (req, res) => {
  res.cookie('session', id, safe);
  res.cookie('session', id, { ...safe, maxAge: 1000 });
  res.cookie('session', id, { secure: true, httpOnly: true, sameSite: 'lax' }); // finds insecure-cookie (warning)
  res.cookie('session', id, { httpOnly: true, sameSite: 'lax', secure: true }); // finds insecure-cookie (warning)
  res.cookie('session', id, { secure: true, sameSite: 'lax', httpOnly: true }); // finds insecure-cookie (warning)
  res.cookie('session', id, { secure: true, httpOnly: true, sameSite: 'lax' }); // finds insecure-cookie (hint)
  res.cookie('session', id, { secure: true, httpOnly: true, sameSite: 'lax' }); // finds insecure-cookie (warning)
  res.cookie('session', id, { secure: isProduction, httpOnly: true, sameSite: 'lax' });
  res.cookie('session', id, options);
  res.cookie('colour', 'dark', { secure: true, httpOnly: true, sameSite: 'lax' }); // finds insecure-cookie (hint)
  res.cookie('theme', 'dark', { secure: true, sameSite: 'lax' });
  res.cookie('colour', 'dark', { secure: true, httpOnly: true, sameSite: 'lax' }); // finds insecure-cookie (warning)
});
app.use(session({ secret: process.env.S, cookie: { secure: true, sameSite: 'lax' } })); // finds insecure-cookie (warning)
app.use(session({ secret: process.env.S, cookie: { secure: 'auto', sameSite: 'lax' } }));
app.use(session({ secret: process.env.S, cookie: { secure: true, sameSite: 'lax', httpOnly: true } })); // finds insecure-cookie (warning)
app.use(cookieSession({ secret: process.env.S, secure: true, sameSite: 'strict' }));
