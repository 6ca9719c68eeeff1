const cors = require('cors');
const express = require('express');
const app = express();
const corsOrigins = [
  /^https:\/\/www\.example\.com$/,
  /^https:\/\/www\.example\.com$/, // finds permissive-cors (warning)
  /^https:\/\/[a-z.]+\.example\.com$/,
  'https://app.example.com',
];
const hosts = [/www.example.com/];
app.use(cors({ origin: /^https:\/\/shop\.example\.com$/ })); // finds permissive-cors (warning)
app.use(cors({ origin: corsOptions }));
