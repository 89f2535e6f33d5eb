// Owns which public keys a build trusts: LEVEE_PUBLIC_KEYS, else this machine's development key.
// CommonJS and free of TypeScript because next.config.js loads it before anything is compiled.

const fs = require('node:fs');
const path = require('node:path');

/** The keys as the JSON text of an array of public JWKs, or '' where there are none: then nothing verifies. */
function publicKeys(repository) {
  if (process.env.LEVEE_PUBLIC_KEYS) return process.env.LEVEE_PUBLIC_KEYS;
  const file = path.join(repository, '.levee/keys/dev.json');
  if (!fs.existsSync(file)) return '';
  const { publicKey } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return JSON.stringify([publicKey]);
}

module.exports = { publicKeys };
