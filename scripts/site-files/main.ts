// Owns the run of ./make-site-files by itself, for the public build: `tsx scripts/site-files/main.ts FOLDER`.
import { makeSiteFiles } from './make-site-files';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to write into');
makeSiteFiles(folder);
