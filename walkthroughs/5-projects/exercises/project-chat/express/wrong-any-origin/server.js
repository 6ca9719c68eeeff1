const path = require('node:path');
const express = require('express');
const { WebSocketServer } = require('ws');

const app = express();

app.get('/', (request, response) => {
  response.sendFile(path.join(__dirname, 'chat.html'));
});

// The room.

const LONGEST_NAME = 20;
const LONGEST_TEXT = 500;
const LONGEST_HISTORY = 20;

/** The names of those who have joined, by their connections. */
const members = new Map();

/** The last messages, the oldest first. */
const history = [];

function send(socket, message) {
  socket.send(JSON.stringify(message));
}

function sendToMembers(message) {
  for (const socket of members.keys()) send(socket, message);
}

function sendError(socket, reason) {
  send(socket, { type: 'error', reason });
}

function remember(message) {
  history.push(message);
  if (history.length > LONGEST_HISTORY) history.shift();
}

// What a client may ask for.

function isTaken(name) {
  return [...members.values()].includes(name);
}

function join(socket, message) {
  const name = typeof message.name === 'string' ? message.name.trim() : '';
  if (members.has(socket)) return sendError(socket, 'You have joined already.');
  if (name === '' || name.length > LONGEST_NAME) {
    return sendError(socket, `A name has 1 to ${LONGEST_NAME} characters.`);
  }
  if (isTaken(name)) return sendError(socket, 'This name is taken.');
  members.set(socket, name);
  send(socket, { type: 'history', messages: history });
  sendToMembers({ type: 'joined', name });
}

function say(socket, { text }) {
  const name = members.get(socket);
  if (name === undefined) return sendError(socket, 'Join before you send a message.');
  if (typeof text !== 'string' || text.trim() === '' || text.length > LONGEST_TEXT) {
    return sendError(socket, `A text has 1 to ${LONGEST_TEXT} characters.`);
  }
  remember({ name, text });
  sendToMembers({ type: 'message', name, text });
}

function leave(socket) {
  const name = members.get(socket);
  if (name === undefined) return;
  members.delete(socket);
  sendToMembers({ type: 'left', name });
}

const actions = new Map([
  ['join', join],
  ['message', say],
]);

/** The value that the JSON stands for, or undefined when it is no JSON. */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function receive(socket, data) {
  const message = parseJson(data);
  const act = actions.get(message?.type);
  if (act === undefined) return sendError(socket, 'Send an object of the type join or message.');
  act(socket, message);
}

// The connections.

const port = process.env.PORT ?? 3000;
const server = app.listen(port, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${port}`);
});

const sockets = new WebSocketServer({ server, path: '/chat', maxPayload: 10_000 });

/** Connections that have answered the last ping. */
const alive = new WeakSet();

sockets.on('connection', (socket) => {
  alive.add(socket);
  socket.on('pong', () => alive.add(socket));
  socket.on('message', (data) => receive(socket, data));
  socket.on('close', () => leave(socket));
  socket.on('error', console.error);
});

// A broken connection does not say that it ends. Without this, its name would be taken for ever.
setInterval(() => {
  for (const socket of sockets.clients) {
    if (!alive.delete(socket)) socket.terminate();
    else socket.ping();
  }
}, 30_000);
