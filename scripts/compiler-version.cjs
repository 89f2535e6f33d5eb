// Owns what this version of the compiler is called: a name that changes with everything that a release's bytes depend on.
// CommonJS and free of TypeScript because next.config.js loads it before anything is compiled.

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** What the compiler is made of. Tests and fixtures are not. */
const FOLDERS = ['lib/core', 'lib/messages', 'lib/view', 'lib/release'];

/** First 16 hex digits of SHA-256 over names and contents: `3fa9…`. */
function compilerVersion(repository) {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    for (const file of sourcesUnder(path.join(repository, folder))) {
      hash.update(`${path.relative(repository, file)}\0`);
      hash.update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesUnder(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourcesUnder(name);
      return /[.]tsx?$/.test(entry.name) && !/[.](test|fixture)[.]/.test(entry.name) ? [name] : [];
    });
}

module.exports = { compilerVersion };
