// The bare pass in a browser's worker, beside which the desk's own is measured. Answers as the desk's worker does. Starts on its own.

import { bareCsv, bareWorkbook, bareXml } from './bare-passes';

interface BareRequest {
  readonly files: readonly File[];
  readonly shape: string;
}

const SLICE_BYTES = 1 << 20;

self.onmessage = async ({ data: { files, shape } }: MessageEvent<BareRequest>) => {
  const [file] = files;
  if (file === undefined) return;
  const found = await pass(file, shape);
  self.postMessage({ kind: 'checked', check: { isReadable: found > 0, first: [] } });
};

async function pass(file: File, shape: string): Promise<number> {
  if (shape === 'xml') return bareXml(slicesOf(file));
  if (shape === 'workbook') return bareWorkbook(new Uint8Array(await file.arrayBuffer()));
  return bareCsv(file);
}

async function* slicesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    yield new Uint8Array(await file.slice(start, start + SLICE_BYTES).arrayBuffer());
  }
}
