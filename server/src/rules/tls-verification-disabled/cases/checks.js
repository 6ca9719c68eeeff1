const https = require('https');
const axios = require('axios');
const nodemailer = require('nodemailer');

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // finds tls-verification-disabled (warning)
const agent = new https.Agent({ rejectUnauthorized: false }); // finds tls-verification-disabled (warning)
const options = { host: 'mail.shop-partner.net', tls: { rejectUnauthorized: false } };
nodemailer.createTransport(options); // finds tls-verification-disabled (warning)
