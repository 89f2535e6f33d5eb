// Owns examples of zip files that are refused. Data only.

import type { archivesCodes } from '../codes/archives';
import type { ExamplesOf, ProblemExample, ZipExample } from './example';
import { ownList, ownMapping } from './own-list';
import { text } from './spoil';

type Entry = ZipExample['entries'][number];

const list: Entry = { name: 'list.csv', lines: ownList };

/** A zip that is refused, and the list without one. */
function zip(
  entries: readonly Entry[],
  fault?: ZipExample['fault'],
): Pick<ProblemExample, 'around' | 'files' | 'at' | 'mended'> {
  const file: ZipExample = { kind: 'zip', name: 'list.zip', entries, ...(fault !== undefined && { fault }) };
  return {
    around: 'own',
    files: [file],
    at: { file: 'list.zip', row: null },
    mended: {
      said: 'The file of the list alone. Its columns have been confirmed.',
      files: [text('list.csv', ...ownList)],
      mappings: [ownMapping],
      officeState: 'OH',
    },
  };
}

export const archivesExamples = {
  'archive-unreadable': { title: 'The zip file is damaged', ...zip([list], 'notZip') },
  'archive-encrypted': { title: 'The zip file has a password', ...zip([list], 'locked') },
  'archive-too-many-files': {
    title: 'The zip file has too many files',
    ...zip([{ name: 'scan-#.txt', lines: ['scan'], times: 1001 }]),
  },
  'archive-too-large': {
    title: 'The zip file is too large when unpacked',
    ...zip([list], { declaresBytes: 0xfffffff0 }),
  },
  'archive-ratio': {
    title: 'A file unpacks to far more than it should',
    ...zip([{ name: 'list.csv', alikeBytes: 4 * 1024 * 1024 }]),
  },
  'archive-size-lies': {
    title: 'The zip file says a wrong size',
    ...zip([list], { declaresBytes: 10 }),
  },
  'archive-nested': {
    title: 'A zip file in the zip file',
    ...zip([{ name: 'inner.zip', isZip: true, lines: ownList }]),
  },
  'archive-empty': {
    title: 'The zip file holds no file',
    ...zip([{ name: '.DS_Store', lines: ['what macOS adds'] }]),
  },
} as const satisfies ExamplesOf<typeof archivesCodes>;
