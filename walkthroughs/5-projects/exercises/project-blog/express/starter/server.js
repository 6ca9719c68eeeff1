const { randomBytes } = require('node:crypto');
const path = require('node:path');
const express = require('express');
const session = require('express-session');
const helmet = require('helmet');
const { HttpError, handleError } = require('./errors');
const { listPosts } = require('./posts');

const app = express();
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, 'views'));
app.use(helmet());
app.use(express.json());
app.use(
  session({
    name: 'sid',
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

// TODO: POST /authors and POST /login.

// TODO: a function that finds a post which the visitor may see, and one for a post to change.

app.get('/posts', (request, response) => {
  response.json(listPosts(null));
});

// TODO: the other routes of the posts and their comments.

app.get('/blog', (request, response) => {
  response.render('posts', { posts: listPosts(null) });
});

// TODO: GET /blog/:id renders views/post.ejs.

app.use(handleError);

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
