const http = require('http');
const https = require('https');
const grpc = require('@grpc/grpc-js');

const agent = new http.Agent({ keepAlive: true }); // finds cleartext-transport (hint)
const secureAgent = new https.Agent({ keepAlive: true });
http.request({ host: 'shop-partner.net', agent }); // finds cleartext-transport (hint)
http.request({ host: 'localhost', port: 8080 });
http.request({ socketPath: '/run/docker.sock' });
https.get('https://shop-partner.net/'); // finds cleartext-transport (hint)
https.request({ host: 'shop-partner.net', agent: secureAgent });
grpc.credentials.createInsecure(); // finds cleartext-transport (hint)
grpc.credentials.createSsl();
