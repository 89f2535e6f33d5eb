// Owns the name of the first plain page, which every voter's page links to; page-paths.ts owns all others.

/** Parts after the first have a number, behind a dot. */
export function numbered(part: number): readonly number[] {
  return part > 1 ? [part] : [];
}

/** The first page of a language: `/p/en/index.html`. */
export function startPagePath(lang: string, part = 1): string {
  return `/p/${lang}/${['index', ...numbered(part)].join('.')}.html`;
}
