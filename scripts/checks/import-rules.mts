// Owns the check of who imports whom: runs dependency-cruiser over this repository (or --root DIR) and
// prints each broken rule. Must know nothing of what the modules do. Exit 0 clean, 1 broken, as --json or text.
import './typescript-for-cruiser.mjs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ts } from '@ts-morph/common';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { loadedRules, type NamedRule, writtenRules } from './import-rules-config';

const { values } = parseArgs({ options: { root: { type: 'string' }, json: { type: 'boolean' } } });
const root = path.resolve(values.root ?? '.');
process.chdir(root);
const folders = ['app', 'components', 'data', 'lib', 'scripts', 'tests'].filter((name) => existsSync(name));

/** Cruise once. `typesToo`: imports as written, else only what is loaded at run time. */
async function cruiseOnce(rules: readonly NamedRule[], typesToo: boolean): Promise<ICruiseResult> {
  const { output } = await cruise(
    folders,
    {
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: typesToo,
      exclude: { path: '^data/vectors/' },
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      },
    },
    { alias: { '@': root } },
    {
      tsConfig: {
        options: {
          jsx: ts.JsxEmit.ReactJSX,
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.ES2022,
          verbatimModuleSyntax: true,
        },
      },
    },
  );
  if (typeof output === 'string') throw new Error(output);
  if (output.summary.totalCruised < folders.length) throw new Error('no modules found: nothing was checked');
  return output;
}

const written = await cruiseOnce(writtenRules, true);
const loaded = await cruiseOnce(loadedRules, false);
const comments = new Map([...writtenRules, ...loadedRules].map((rule) => [rule.name, rule.comment]));
const violations = [written, loaded]
  .flatMap((output) => output.summary.violations)
  .map(({ rule, from, to, cycle, via }) => ({
    rule: rule.name,
    from,
    to,
    via: (cycle ?? via ?? []).map((step) => step.name),
  }));

if (values.json) {
  console.log(JSON.stringify(violations));
} else {
  for (const { rule, from, to, via } of violations) {
    console.log(`${rule}: ${from} -> ${via.length > 1 ? via.join(' -> ') : to}\n    ${comments.get(rule)}`);
  }
  console.log(`${written.summary.totalCruised} modules, ${violations.length} broken import rules`);
}
process.exitCode = violations.length > 0 ? 1 : 0;
