const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const express = require('express');
const multer = require('multer');

const app = express();
fs.mkdirSync('avatars', { recursive: true });

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } });

const beginnings = {
  '.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  '.jpg': Buffer.from([0xff, 0xd8, 0xff]),
};

/** The ending that fits the content; undefined for what is no picture. */
function endingOf(content) {
  return Object.keys(beginnings).find((ending) => {
    const wanted = beginnings[ending];
    return content.subarray(0, wanted.length).equals(wanted);
  });
}

app.post('/avatars', upload.single('picture'), (request, response) => {
  const content = request.file?.buffer ?? Buffer.alloc(0);
  const ending = endingOf(content);
  if (ending === undefined) return response.status(415).json({ error: 'Send a PNG or a JPEG.' });
  const name = request.file.originalname;
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
