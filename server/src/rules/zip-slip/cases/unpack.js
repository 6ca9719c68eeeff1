const AdmZip = require('adm-zip');
const fs = require('node:fs');
const path = require('node:path');

function unpack(file) {
  for (const entry of new AdmZip(file).getEntries()) {
    fs.writeFileSync(path.join('uploads', entry.entryName), entry.getData()); // finds zip-slip
  }
}

module.exports = unpack;
