// Owns the way from an example to an upload that can be read, for tests: each shown file as the bytes that it stands for, the sound
// feed around it.

import { strToU8, zipSync } from 'fflate';
import type { Dataset } from '@/lib/core/vip';
import { byteFile } from '../../feed.fixture';
import type { SourceFile } from '../../files/source-file';
import { type ReadUpload, readUpload } from '../../read-upload';
import { madeWorkbook } from '../../xlsx/workbook.fixture';
import type {
  ExampleFile,
  ExampleUpload,
  ProblemExample,
  TextExample,
  WorkbookExample,
  ZipExample,
} from './example';
import { soundFeed } from './sound-feed';

const known = {
  name: 'Made-up County',
  phone: '555-0100',
  election: { name: 'General', date: '2026-11-03' },
};

type Around = Pick<ProblemExample, 'around' | 'beside' | 'live'>;

/** What is read of an upload of the example: `upload` is the example itself, or what it is mended to. */
export function readExample(example: Around, upload: ExampleUpload): Promise<ReadUpload> {
  return readFiles(exampleFiles(example, upload).map(realFile), example, upload);
}

/** Every file of the upload, those of the sound feed around it among them. */
export function exampleFiles({ around, beside = [] }: Around, upload: ExampleUpload): readonly ExampleFile[] {
  const shown = [...upload.files, ...beside];
  const replaced = new Set([...shown.map(({ name }) => name), ...(upload.without ?? [])]);
  const sound = Object.entries(soundFeed).filter(([name]) => around !== 'own' && !replaced.has(name));
  return [...sound.map(([name, lines]) => ({ kind: 'text', name, lines }) as const), ...shown];
}

/** What is read where these stand for the example's files. */
export async function readFiles(
  files: readonly SourceFile[],
  example: Around,
  upload: ExampleUpload,
): Promise<ReadUpload> {
  const isOwn = example.around === 'own';
  return readUpload(files, {
    ...(upload.officeState !== undefined && { officeState: upload.officeState }),
    singleNumberBeatsRange: upload.singleNumberBeatsRange === true,
    ...(upload.mappings !== undefined && { mappings: upload.mappings }),
    ...(isOwn && { known }),
    live: await liveOf(example),
  });
}

async function liveOf({ around, live }: Around): Promise<Dataset | null> {
  if (live === undefined) return null;
  const { dataset, problems } = await readExample({ ...(around !== undefined && { around }) }, live);
  if (dataset === null) throw new Error(`what is live cannot be read: ${JSON.stringify(problems)}`);
  return dataset;
}

/** The bytes that a shown file stands for. */
export function realFile(file: ExampleFile): SourceFile {
  switch (file.kind) {
    case 'text':
      return textBytes(file);
    case 'workbook':
      return byteFile(file.name, workbookBytes(file));
    case 'zip':
      return byteFile(file.name, zipBytes(file));
    case 'bytes':
      return byteFile(
        file.name,
        Uint8Array.from(file.hex.split(' '), (digits) => Number.parseInt(digits, 16)),
      );
    case 'unreadable':
      return {
        name: file.name,
        sizeBytes: 100,
        bytes() {
          throw new Error('The disk does not answer');
        },
      };
  }
}

const CHUNK_LINES = 100_000;

/** As a stream where lines stand many times. */
function textBytes({ name, lines, isCut, encoding }: TextExample): SourceFile {
  const encoded = (text: string) =>
    encoding === 'windows-1252'
      ? Uint8Array.from(text, (letter) => letter.charCodeAt(0))
      : new TextEncoder().encode(text);
  const parts = lines.map((line) => (typeof line === 'string' ? { line, times: 1 } : line));
  return {
    name,
    sizeBytes: parts.reduce((sum, { line, times }) => sum + encoded(`${line}\n`).length * times, 0),
    *bytes() {
      for (const [at, { line, times }] of parts.entries()) {
        const end = isCut && at === parts.length - 1 ? '' : '\n';
        const many = encoded(`${line}${end}`.repeat(Math.min(times, CHUNK_LINES)));
        for (let left = times; left > 0; left -= CHUNK_LINES)
          yield left >= CHUNK_LINES || times < CHUNK_LINES ? many : encoded(`${line}${end}`.repeat(left));
      }
    },
  };
}

function workbookBytes({ sheets, isDamaged }: WorkbookExample): Uint8Array {
  return madeWorkbook({
    sheets: sheets.map(({ name, isHidden, hiddenRows, hiddenColumns, rows }) => ({
      name,
      ...(hiddenRows && { hiddenRows }),
      ...(hiddenColumns && { hiddenColumns }),
      ...(isHidden && { state: 'hidden' as const }),
      rows: rows.map((cells) =>
        cells.map((cell) =>
          typeof cell === 'string' ? cell : { xml: `<c r="$"><f>${cell.formula}</f></c>` },
        ),
      ),
    })),
    ...(isDamaged && { parts: { 'xl/workbook.xml': null } }),
  });
}

function zipBytes({ entries, fault }: ZipExample): Uint8Array {
  const files = entries.flatMap(({ name, lines = [], alikeBytes, isZip, times = 1 }) => {
    const text = strToU8(`${lines.join('\n')}\n`);
    const plain = alikeBytes === undefined ? text : new Uint8Array(alikeBytes);
    const bytes = isZip ? zipSync({ 'list.csv': plain }) : plain;
    return Array.from({ length: times }, (_, at) => [name.replace('#', String(at + 1)), bytes] as const);
  });
  const zip = zipSync(Object.fromEntries(files));
  if (fault === 'notZip') return strToU8('PK\x03\x04 and nothing of a zip behind it, however long one looks');
  if (fault === undefined) return zip;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directoryAt = view.getUint32(zip.length - 22 + 16, true);
  if (fault === 'locked') zip[directoryAt + 8]! |= 1;
  else view.setUint32(directoryAt + 24, fault.declaresBytes, true);
  return zip;
}
