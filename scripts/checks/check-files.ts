// Owns the run of ./file-rules over every file that git knows or would add. Exit 0 clean, 1 broken.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileProblems } from './file-rules';

const binary = /[.](png|ico|jpg|webp|woff2?|gz|zip|bin)$/;
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && file !== 'package-lock.json' && !binary.test(file) && existsSync(file));
if (files.length === 0) throw new Error('no files found: nothing was checked');

const problems = files.flatMap((file) => fileProblems(file, readFileSync(file, 'utf8')));
for (const { file, line, rule, message } of problems) console.log(`${file}:${line} ${rule}: ${message}`);
console.log(`${files.length} files, ${problems.length} broken file rules`);
process.exitCode = problems.length > 0 ? 1 : 0;
