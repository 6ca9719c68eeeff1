// The account API of a shop. The pages of the shop are at another address, so this server
// has to allow them with CORS.
// To run it: npm install express cors, then node cors.js
const express = require('express');
const cors = require('cors');

const app = express();
app.use(cors({ origin: true, credentials: true }));

app.get('/account', (request, response) => {
  response.json({ name: 'Ada', address: '12 Station Road' });
});

app.get('/prices', (request, response) => {
  if (request.headers.origin) {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  response.json({ notebook: 450, pen: 120 });
});

app.listen(3000, () => {
  console.log('Listening on http://localhost:3000');
});

// Your task
// `origin: true` sends back whatever origin the request names, so every website may read
// /account as the visitor who is logged in.
// 1. Open the light bulb there (Ctrl+. or Cmd+.), apply the fix, and put the address of
//    your own pages in the list.
// 2. The route /prices sets the same headers by hand. Apply the fix there too, or delete the
//    whole if: the middleware above has set the headers already.
// 3. Save.
