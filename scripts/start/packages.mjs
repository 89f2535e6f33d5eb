// Owns the packages of a checkout: are those of the lockfile there, and if not, get them. Plain Node, since it
// runs before anything is installed. Knows nothing of what the packages are for.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Oldest Node that every tool here runs on (`engines` in package.json). */
const oldestNode = [20, 19];

/** @param {string} file @returns {Record<string, {version?: string, link?: boolean, optional?: boolean, devOptional?: boolean}> | null} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** True when node_modules holds what package-lock.json asks for. Contents are compared, not times: a clone and
 *  an unpacked archive have times that say nothing. Optional packages of other platforms may be absent. */
export function packagesAreThere() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted) throw new Error('package-lock.json is missing or damaged: run this from a whole checkout.');
  if (!installed) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    if (name === '') return true;
    const there = installed[name];
    return there ? there.version === version : Boolean(optional || devOptional);
  });
}

/** Installs what the lockfile names, when it is not there. Ends the process with one clear line when it cannot. */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    console.error(`Levee needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (packagesAreThere()) return;
  console.log('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: see above. Levee needs its packages once, from the npm registry.');
    process.exit(1);
  }
}
