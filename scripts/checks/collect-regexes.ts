// Owns finding every regular expression in the sources, by TypeScript's tree. Knows nothing of what they match.

import './typescript-for-cruiser.mjs';
import { ts } from '@ts-morph/common';

/** One literal, `/a+/g`, and where it stands: `lib/a.ts:7`. */
export interface FoundRegex {
  readonly literal: string;
  readonly at: string;
}

export interface FoundRegexes {
  readonly literals: readonly FoundRegex[];
  /** Made at run time: `new RegExp(…)`; `literal` is the call as it stands, blanks in one. */
  readonly made: readonly FoundRegex[];
}

/** All in one file's text; `file` is its path from the root. */
export function collectRegexes(file: string, text: string): FoundRegexes {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const literals: FoundRegex[] = [];
  const made: FoundRegex[] = [];
  const visit = (node: ts.Node): void => {
    const at = () => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) literals.push({ literal: node.text, at: at() });
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText() === 'RegExp') {
      made.push({ literal: node.getText().replace(/\s+/g, ' '), at: at() });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, made };
}
