const tls = require('tls');
const { constants } = require('crypto');

tls.createServer({ minVersion: 'TLSv1.2' }); // finds tls-verification-disabled (warning)
tls.createServer({ minVersion: 'TLSv1.2' });
tls.createServer({ minVersion: 'TLSv1.2' }); // finds tls-verification-disabled (warning)
tls.createServer({
  secureProtocol: 'SSLv23_server_method',
  secureOptions: constants.SSL_OP_NO_SSLv3 | constants.SSL_OP_NO_TLSv1,
});
tls.createServer({ secureProtocol: 'SSLv23_server_method', secureOptions });
tls.connect(443, host, {}); // finds tls-verification-disabled (warning)
tls.connect(443, host, { checkServerIdentity: (name, cert) => tls.checkServerIdentity(other, cert) });
module.exports = {
  production: { // finds tls-verification-disabled (warning)
    dialect: 'postgres',
    dialectOptions: { ssl: { rejectUnauthorized: true } },
  },
};
