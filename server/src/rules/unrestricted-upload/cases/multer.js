const multer = require('multer');

const atOnce = multer({ storage: multer.diskStorage({ destination: 'pictures' }) }); // finds unrestricted-upload (hint)
const inMemory = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } });

module.exports = { atOnce, inMemory };
