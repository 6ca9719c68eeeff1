const WebSocket = require('ws');

function connect(address = 'ws://live.shop-partner.net') {
  new WebSocket('ws://live.shop-partner.net'); // finds cleartext-transport (hint)
  return new WebSocket(address); // finds cleartext-transport (hint)
}
