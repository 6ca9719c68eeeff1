const express = require('express');

const app = express(); // finds security-headers-missing (hint)
app.get('/', (req, res) => res.render('home'));
