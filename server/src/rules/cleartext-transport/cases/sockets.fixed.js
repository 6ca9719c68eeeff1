const WebSocket = require('ws');

function connect(address = 'wss://live.shop-partner.net') {
  new WebSocket('wss://live.shop-partner.net'); // finds cleartext-transport (hint)
  return new WebSocket(address); // finds cleartext-transport (hint)
}
