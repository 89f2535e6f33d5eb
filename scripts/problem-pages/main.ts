// Owns `npm run -s docs`: writes the documents that are made (./problem-pages.ts), and takes away pages of codes that are no more.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { FOLDER, INDEX, problemPages } from './problem-pages';

mkdirSync(FOLDER, { recursive: true });
const pages = problemPages(readFileSync(INDEX, 'utf8'));
for (const name of readdirSync(FOLDER)) {
  if (!pages.has(`${FOLDER}/${name}`)) rmSync(`${FOLDER}/${name}`);
}
for (const [path, text] of pages) writeFileSync(path, text);
console.log(`${pages.size} documents written.`);
