// Owns a stand-in for the browser's Cache Storage in unit tests: a map, with a limit that makes it full.

/** `files` by path, all caches together; a put beyond `maxFiles` fails as in a browser whose disk is full. */
export function memoryCaches(maxFiles = Number.POSITIVE_INFINITY) {
  const files = new Map<string, Uint8Array>();
  const cache = {
    match: async (path: string) => {
      const bytes = files.get(path);
      return bytes && new Response(new Uint8Array(bytes));
    },
    put: async (path: string, response: Response) => {
      if (files.size >= maxFiles && !files.has(path)) throw new DOMException('full', 'QuotaExceededError');
      const bytes = new Uint8Array(await response.arrayBuffer());
      // As in a browser, where what is put again comes last.
      files.delete(path);
      files.set(path, bytes);
    },
    delete: async (path: string) => files.delete(path),
    keys: async () => [...files.keys()].map((path) => ({ url: `https://vote.example${path}` })),
  };
  const storage = {
    open: async () => cache,
    delete: async () => {
      files.clear();
      return true;
    },
  };
  return { files, storage: () => storage as unknown as CacheStorage };
}
