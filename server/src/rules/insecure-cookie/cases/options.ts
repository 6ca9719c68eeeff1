import cookie from '@fastify/cookie';
import express from 'express';
import session from 'express-session';

const app = express();
const shared = { path: '/', maxAge: 1000 };

app.use(
  session({ // finds insecure-cookie (warning)
    secret: process.env.SECRET ?? '',
    resave: false,
    cookie: {
      maxAge: 1000,
    },
  }),
);
app.get('/', (req, res) => {
  res.cookie('token', token(), shared); // finds insecure-cookie (warning)
  res.cookie('token', token(), { ...shared }); // finds insecure-cookie (warning)
});
