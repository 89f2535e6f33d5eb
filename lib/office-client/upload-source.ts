// Owns files of a browser as lib/ingest reads them, and which of those that somebody chose or dropped are meant. Knows no
// page and no server.

import { err, ok, type Result } from '@/lib/core/result';
import { expandZip } from '@/lib/ingest/expand-zip';
import type { Problem } from '@/lib/ingest/problem';
import type { SourceFile } from '@/lib/ingest/source-file';

/** Files that can hold lists: what else lies in a folder is left out. */
export const isListFile = (name: string): boolean => /\.(?:txt|csv|tsv|zip)$/i.test(name);

/** Files with zips opened: what is in them takes their place. */
export async function sourcesOf(files: readonly File[]): Promise<Result<readonly SourceFile[], Problem>> {
  const sources: SourceFile[] = [];
  for (const file of files) {
    if (!/\.zip$/i.test(file.name)) {
      sources.push({ name: file.name, sizeBytes: file.size, bytes: () => piecesOf(file) });
      continue;
    }
    const entries = expandZip(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!entries.ok) return err(entries.error);
    sources.push(...entries.value);
  }
  return ok(sources);
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** What was dropped: files, and those in folders, one level or many. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly File[]> {
  // Entries must be asked for before the first await: the list is empty afterwards.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = await Promise.all(entries.map(filesOf));
  return files.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    return file === null ? [] : [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A hundred at a time, until there are none (File and Directory Entries API).
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesOf))).flat();
}
