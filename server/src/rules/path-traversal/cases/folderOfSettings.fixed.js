const fs = require('node:fs');
const path = require('node:path');
const express = require('express');

const router = express.Router();
router.get('/files', (req, res) => {
  res.send(fs.readFileSync(path.join(process.env.FILES, path.basename(req.query.name)))); // finds path-traversal
});
