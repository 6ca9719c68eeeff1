const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const express = require('express');
const multer = require('multer');

const app = express();
fs.mkdirSync('avatars', { recursive: true });

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } });

app.post('/avatars', upload.single('picture'), (request, response) => {
  const content = request.file?.buffer ?? Buffer.alloc(0);
  const ending = { 'image/png': '.png', 'image/jpeg': '.jpg' }[request.file?.mimetype];
  if (ending === undefined) return response.status(415).json({ error: 'Send a PNG or a JPEG.' });
  const name = crypto.randomUUID() + ending;
  fs.writeFileSync(path.join('avatars', name), content);
  response.status(201).json({ url: `/avatars/${name}` });
});

app.use('/avatars', express.static('avatars'));

app.use((error, request, response, next) => {
  if (error.code !== 'LIMIT_FILE_SIZE') return next(error);
  response.status(413).json({ error: 'The picture has more than 1 MB.' });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
