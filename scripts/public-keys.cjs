// Owns which public keys a build trusts: LEVEE_PUBLIC_KEYS, else this machine's development key.
// CommonJS and free of TypeScript because next.config.js loads it before anything is compiled.

const fs = require('node:fs');
const path = require('node:path');

/** Comma-separated base64url of raw P-256 points; '' where there is no key yet: then nothing verifies. */
function publicKeys(repository) {
  if (process.env.LEVEE_PUBLIC_KEYS) return process.env.LEVEE_PUBLIC_KEYS;
  const file = path.join(repository, '.levee/keys/dev.json');
  if (!fs.existsSync(file)) return '';
  const { privateKey } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const point = [privateKey.x, privateKey.y].map((coordinate) => Buffer.from(coordinate, 'base64url'));
  return Buffer.concat([Buffer.from([4]), ...point]).toString('base64url');
}

module.exports = { publicKeys };
