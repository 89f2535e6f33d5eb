// Holds the styles to both reading directions: what begins a line begins it on the right too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const styles = [
  ...readdirSync('app/styles').map((file) => path.join('app/styles', file)),
  // Plain pages carry their own.
  'lib/release/plain-pages/style.ts',
].filter((file) => existsSync(file));

/** Declarations that say left or right, in a property, a value, or by standing second or fourth. */
function sidesIn(css: string): readonly string[] {
  const declarations = css.match(/[a-z-]+\s*:\s*[^;{}]+(?=[;}])/g) ?? [];
  return declarations.filter((declaration) => {
    const [property = '', value = ''] = declaration.split(/:\s*/);
    const isSided = /(^|-)(left|right)(-|$)|^(float|clear)$|^background-position/.test(property);
    const saysSide =
      /^(text-align|caption-side|justify-\w+)$/.test(property) && /\b(left|right)\b/.test(value);
    const moves = /translate(X|3d)?\(/.test(value) && !/translateY/.test(value);
    return (
      isSided ||
      saysSide ||
      moves ||
      (/^(margin|padding|inset|border-width)$/.test(property) && isUneven(value))
    );
  });
}

/** `1px 2px 3px 4px`: the second is the right side, the fourth the left. */
function isUneven(value: string): boolean {
  const parts = value.trim().match(/(?:[^\s(]+\([^)]*\)|[^\s]+)/g) ?? [];
  return parts.length === 4 && parts[1] !== parts[3];
}

describe('sides are told by start and end', () => {
  it.each(styles)('in %s', (file) => {
    expect(sidesIn(readFileSync(file, 'utf8').replace(/\/\/.*$/gm, ''))).toEqual([]);
  });

  it.each([
    ['margin-left: 1px;', 1],
    ['padding: 1px 2px 3px 0;', 1],
    ['padding: 1px 2px 3px 2px;', 0],
    ['a{text-align:right}', 1],
    ['border-top-left-radius: 1px;', 1],
    ['transform: translateX(1px);', 1],
    ['left: 0;', 1],
    ['margin-inline-start: 1px; text-align: start;', 0],
  ])('%s', (css, count) => {
    expect(sidesIn(css)).toHaveLength(count);
  });
});
