const { randomBytes } = require('node:crypto');
const path = require('node:path');
const express = require('express');
const session = require('express-session');
const helmet = require('helmet');
const { createAuthor, findAuthor, parseLogin, parseNewAuthor } = require('./authors');
const { HttpError, handleError } = require('./errors');
const posts = require('./posts');
const { forgetAttempts, throttle } = require('./throttle');

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

// Authors.

app.post('/authors', async (request, response) => {
  const author = await createAuthor(parseNewAuthor(request.body));
  response.status(201).json(author);
});

app.post('/login', async (request, response, next) => {
  const login = parseLogin(request.body);
  throttle(login.name);
  const author = await findAuthor(login);
  if (author === undefined) throw new HttpError(401, 'The name or the password is wrong.');
  forgetAttempts(login.name);
  // A new session: an id from before may be known to someone else.
  request.session.regenerate((error) => {
    if (error) return next(error);
    request.session.authorId = author.id;
    response.json({ id: author.id, name: author.name });
  });
});

// Who may do what. Every route below asks one of these.

/** The author who is logged in, or null. */
function readerOf(request) {
  return request.session.authorId ?? null;
}

function requireAuthor(request) {
  const authorId = readerOf(request);
  if (authorId === null) throw new HttpError(401, 'This needs a login.');
  return authorId;
}

/** The post of the address, when the visitor may see it. */
function requirePost(request) {
  const post = posts.findPost(request.params.id, readerOf(request));
  if (post === undefined) throw new HttpError(404, 'There is no such post.');
  return post;
}

/** The post of the address, when the visitor may change it. */
function requireOwnPost(request) {
  const authorId = requireAuthor(request);
  const post = requirePost(request);
  if (!posts.isAuthorOf(post.id, authorId)) {
    throw new HttpError(403, 'This post belongs to someone else.');
  }
  return post;
}

// Posts as JSON, for programs.

app.get('/posts', (request, response) => {
  const { tag, author } = request.query;
  // A parameter that is sent twice is a list.
  if (Array.isArray(tag) || Array.isArray(author)) {
    throw new HttpError(400, 'tag and author may be there once each.');
  }
  response.json(posts.listPosts(tag, author));
});

app.get('/posts/:id', (request, response) => {
  response.json(requirePost(request));
});

app.post('/posts', (request, response) => {
  const authorId = requireAuthor(request);
  const id = posts.createPost(authorId, posts.parsePost(request.body));
  response.status(201).location(`/posts/${id}`).json(posts.findPost(id, authorId));
});

app.patch('/posts/:id', (request, response) => {
  const post = requireOwnPost(request);
  posts.changePost(post.id, posts.parsePost(request.body, post));
  response.json(requirePost(request));
});

app.delete('/posts/:id', (request, response) => {
  posts.deletePost(requireOwnPost(request).id);
  response.status(204).end();
});

app.post('/posts/:id/comments', (request, response) => {
  const post = requirePost(request);
  const comment = posts.parseComment(request.body);
  posts.addComment(post.id, comment);
  response.status(201).json(comment);
});

// Posts as pages, for people.

app.get('/blog', (request, response) => {
  response.render('posts', { posts: posts.listPosts() });
});

app.get('/blog/:id', (request, response) => {
  response.render('post', { post: requirePost(request) });
});

app.use(handleError);

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
