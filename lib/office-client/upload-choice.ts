// Owns which files are meant of those that somebody chose or dropped. Reads none: what reads stands in the worker, and the page
// need not load it.

/** Files that can hold lists: what else lies in a folder is left out. */
export const isListFile = (name: string): boolean => /\.(?:txt|csv|tsv|zip)$/i.test(name);

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
