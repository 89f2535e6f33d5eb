// A process of its own for tests of the command line: as scripts/levee.mjs, but made into one file (scripts/test/bundle.ts).

import { main } from '@/scripts/commands/main';

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
