const { createServer } = require('node:http');

// In a container, the server must be reachable from outside of it.
createServer((request, response) => {
  response.end('The shop is open.\n');
}).listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1');
