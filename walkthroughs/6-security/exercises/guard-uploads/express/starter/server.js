const fs = require('node:fs');
const express = require('express');
const multer = require('multer');

const app = express();
fs.mkdirSync('avatars', { recursive: true });

const storage = multer.diskStorage({
  destination: 'avatars',
  filename: (request, file, done) => done(null, file.originalname),
});
const upload = multer({ storage });

app.post('/avatars', upload.single('picture'), (request, response) => {
  response.status(201).json({ url: `/avatars/${request.file.filename}` });
});

app.use('/avatars', express.static('avatars'));

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
