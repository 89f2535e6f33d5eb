// Owns one substitution: whoever imports `typescript` after this module gets ./typescript instead.
// dependency-cruiser needs a TypeScript below 7 to read imports, and 7 (native, no parser in JavaScript)
// is what this repository is compiled with. Import this module before dependency-cruiser, nowhere else.
import Module, { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const standIn = new URL('./typescript/', import.meta.url);
const wanted = { typescript: 'index.cjs', 'typescript/package.json': 'package.json' };

// `import('typescript')`: a resolve hook on the loader thread.
const hook = `export function resolve(specifier, context, next) {
  return specifier === 'typescript'
    ? { url: ${JSON.stringify(new URL(wanted.typescript, standIn).href)}, shortCircuit: true }
    : next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

// `require('typescript/package.json')`: how dependency-cruiser learns the version.
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveStandIn(request, ...rest) {
  const file = wanted[request];
  return file ? fileURLToPath(new URL(file, standIn)) : resolveFilename.call(this, request, ...rest);
};
