// Owns what can be wrong with an office's files: archives. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const archivesCodes = {
  'archive-unreadable': {
    severity: 'fatal',
    meaning: 'The zip file is damaged, cut off, or not a zip file.',
    remedy: 'Make the zip file again.',
  },
  'archive-encrypted': {
    severity: 'fatal',
    meaning: 'The zip file asks for a password.',
    remedy: 'Make it again without a password; nothing in it is secret.',
  },
  'archive-too-many-files': {
    severity: 'fatal',
    meaning: 'The zip file has more than 1,000 entries.',
    remedy: 'Put only the files of one feed into it.',
  },
  'archive-too-large': {
    severity: 'fatal',
    meaning: 'Unpacked, the zip file or one file in it would be larger than the limit.',
    remedy: 'Remove files that do not belong to the feed, or divide the feed by county.',
  },
  'archive-ratio': {
    severity: 'fatal',
    meaning: 'A file in the zip unpacks to more than 200 times its packed size, as a zip bomb does.',
    remedy: 'Check where the zip file comes from, and make it again.',
  },
  'archive-size-lies': {
    severity: 'fatal',
    meaning: 'A file in the zip does not unpack to the size that the zip declares.',
    remedy: 'Make the zip file again.',
  },
  'archive-nested': {
    severity: 'fatal',
    meaning: 'The zip file holds another archive.',
    remedy: 'Unpack the inner archive and put its files into one zip.',
  },
  'archive-empty': {
    severity: 'fatal',
    meaning: 'The zip file holds no file.',
    remedy: 'Put the files of the feed into it.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
