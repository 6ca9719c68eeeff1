const https = require('https');
const axios = require('axios');
const nodemailer = require('nodemailer');

const agent = new https.Agent({ rejectUnauthorized: true }); // finds tls-verification-disabled (warning)
const options = { host: 'mail.shop-partner.net', tls: { rejectUnauthorized: true } };
nodemailer.createTransport(options); // finds tls-verification-disabled (warning)
