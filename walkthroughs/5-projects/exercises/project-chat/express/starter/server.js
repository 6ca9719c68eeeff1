const path = require('node:path');
const express = require('express');
const { WebSocketServer } = require('ws');

const app = express();

app.get('/', (request, response) => {
  response.sendFile(path.join(__dirname, 'chat.html'));
});

// TODO: who is in the room, and the last messages.

// TODO: a function for each thing that a client may ask for: to join, and to send a message.

function receive(socket, data) {
  // TODO: read the JSON, and call the function for its type.
}

function leave(socket) {
  // TODO: take the connection out of the room, and tell the others.
}

const port = process.env.PORT ?? 3000;
const server = app.listen(port, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${port}`);
});

// TODO: refuse pages of other websites, by the option verifyClient.
const sockets = new WebSocketServer({ server, path: '/chat', maxPayload: 10_000 });

sockets.on('connection', (socket) => {
  socket.on('message', (data) => receive(socket, data));
  socket.on('close', () => leave(socket));
  socket.on('error', console.error);
});
