// Owns the bare passes that reading is measured against, on the server and in a browser alike: papaparse over a list, saxes over XML,
// inflate and saxes over a workbook. They count and keep nothing.

import { Inflate } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { readZipDirectory } from '@/lib/ingest/files/zip-directory';

const SLICE_BYTES = 1 << 20;

/** Records of a list. */
export function bareCsv(file: File | NodeJS.ReadableStream): Promise<number> {
  let records = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file as File, {
      chunk: ({ data }) => {
        records += data.length;
      },
      complete: () => resolve(records),
      error: reject,
    });
  });
}

/** Elements of a document. */
export async function bareXml(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const saxes = bareSaxes();
  const decoder = new TextDecoder();
  for await (const chunk of chunks) saxes.write(decoder.decode(chunk, { stream: true }));
  return saxes.end();
}

/** Elements of a workbook's parts. */
export async function bareWorkbook(bytes: Uint8Array): Promise<number> {
  const directory = readZipDirectory(bytes, 100);
  if (!directory.ok) throw new Error('the made-up workbook is no zip');
  let elements = 0;
  for (const { packed: packedOf } of directory.value) {
    const saxes = bareSaxes();
    const decoder = new TextDecoder();
    const inflate = new Inflate((piece, isLast) => saxes.write(decoder.decode(piece, { stream: !isLast })));
    // One piece: it is in memory.
    for await (const packed of packedOf()) {
      for (let start = 0; start < packed.length; start += SLICE_BYTES) {
        inflate.push(packed.subarray(start, start + SLICE_BYTES), start + SLICE_BYTES >= packed.length);
      }
    }
    elements += saxes.end();
  }
  return elements;
}

function bareSaxes() {
  const parser = new SaxesParser();
  let elements = 0;
  parser.on('opentag', () => {
    elements++;
  });
  return {
    write: (text: string) => void parser.write(text),
    end: () => {
      parser.close();
      return elements;
    },
  };
}
