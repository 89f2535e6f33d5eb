// Owns which files are meant of those that somebody chose or dropped. Reads none: what reads stands in the worker, and the page
// need not load it.

import { isOfTheSystem } from '@/lib/ingest/files/system-files';

/** Everything but what the system put there: what a file is says its content, and what is not read is named by the check. */
export const isChosen = ({ name }: { readonly name: string }): boolean => !isOfTheSystem(name);

/** What the file picker offers first; any other file can be chosen, too, or dropped. */
export const offeredTypes = '.csv,.txt,.tsv,.tab,.dat,.xlsx,.zip,.json,.geojson,.xml,text/*';

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
