// Owns the release that is built into a site: LEVEE_BUILT_IN_RELEASE=DIR. Called before `next build`, with the
// folder of the site's static files and the file for the phone numbers. Exit code 1: it may not be built in.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIn } from '@/lib/adapters/built-in-release';
import { trustedPublicKeys } from '@/lib/adapters/signing-key';

async function main(publicFolder: string, phonesFile: string): Promise<string | null> {
  const target = join(publicFolder, 'built-in');
  rmSync(target, { recursive: true, force: true });
  rmSync(phonesFile, { force: true });
  const from = process.env.LEVEE_BUILT_IN_RELEASE;
  if (!from) return null;
  const trusted = await trustedPublicKeys(process.env, process.cwd());
  if (!trusted.ok) return `${trusted.error.file}: ${trusted.error.message}`;
  const built = await buildIn(from, target, trusted.value, new Date());
  if (!built.ok) return `LEVEE_BUILT_IN_RELEASE: ${built.error}`;
  mkdirSync(dirname(phonesFile), { recursive: true });
  writeFileSync(phonesFile, JSON.stringify(built.value));
  console.log(`Built in: the release of ${from}, issued at ${built.value.issuedAt}`);
  return null;
}

const [publicFolder = '', phonesFile = ''] = process.argv.slice(2);
void main(publicFolder, phonesFile).then((failure) => {
  if (failure === null) return;
  console.error(failure);
  process.exitCode = 1;
});
