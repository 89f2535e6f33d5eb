// Owns turning many declaration files into one: `/levee.d.ts`, which must stand alone on anybody's disk. Keeps what
// can be reached from the entry, with its comments. Pure: texts in, text out.

/** A top-level declaration with the comment above it. */
interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly isExported: boolean;
}

const start = /^(export )?(?:declare )?(?:abstract )?(?:interface|type|class|const|function|enum) (\w+)/;
const comment = /\/\*[\s\S]*?\*\//g;

/** One text with everything that `entry` exports and all that those declarations name, in the order of being named.
 *  `others` are the declaration files that it may come from. Throws where two of them use one name for two things. */
export function bundleTypes(entry: string, others: readonly string[]): string {
  const roots = declarationsIn(entry);
  const known = new Map<string, string>();
  const clashing = new Set<string>();
  for (const { name, text } of [entry, ...others].flatMap(declarationsIn)) {
    const before = known.get(name);
    if (before !== undefined && before !== text) clashing.add(name);
    else known.set(name, text);
  }
  const taken = new Map(roots.filter(({ isExported }) => isExported).map(({ name, text }) => [name, text]));
  // A Map may grow while it is walked: what is added comes later.
  for (const text of taken.values()) {
    for (const name of namesIn(text)) {
      const declaration = known.get(name);
      if (declaration === undefined || taken.has(name)) continue;
      if (clashing.has(name)) throw new Error(`levee.d.ts: two declarations are called ${name}`);
      taken.set(name, declaration);
    }
  }
  return `${[...taken.values()].join('\n\n')}\n`;
}

/** Types are written with a capital, so that no property is taken for one. */
function namesIn(text: string): readonly string[] {
  return text.replace(comment, '').match(/\b[A-Z]\w*\b/g) ?? [];
}

function declarationsIn(file: string): readonly Declaration[] {
  const found: Declaration[] = [];
  let pending: string[] = [];
  for (const line of file.split('\n')) {
    pending.push(line);
    const text = pending.join('\n');
    const code = text.replace(comment, '').trim();
    if (!/[;}]$/.test(code) || depthOf(code) !== 0) continue;
    pending = [];
    const [, exported, name] = start.exec(code) ?? [];
    if (name !== undefined) found.push({ name, text: text.trim(), isExported: exported !== undefined });
  }
  return found;
}

/** Brackets opened and not closed. */
function depthOf(code: string): number {
  return (code.match(/[{([]/g)?.length ?? 0) - (code.match(/[})\]]/g)?.length ?? 0);
}
