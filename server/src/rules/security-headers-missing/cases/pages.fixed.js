const express = require('express');
const helmet = require('helmet');

const app = express(); // finds security-headers-missing (hint)
app.use(helmet());
app.get('/', (req, res) => res.render('home'));
