// Owns which files nobody put into a folder. Asked before anything is read, also by the page that offers them.

/** Whether a file is one of macOS, Windows or an office program's own: `.DS_Store`, `~$list.xlsx`. */
export function isOfTheSystem(name: string): boolean {
  const path = name.split(/[\\/]/);
  return path.includes('__MACOSX') || /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(path.at(-1) ?? '');
}
