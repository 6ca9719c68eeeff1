const AdmZip = require('adm-zip');
const fs = require('node:fs');
const path = require('node:path');

function unpack(file) {
  for (const entry of new AdmZip(file).getEntries()) {
    fs.writeFileSync(path.join('uploads', path.basename(entry.entryName)), entry.getData()); // finds zip-slip
  }
}

module.exports = unpack;
