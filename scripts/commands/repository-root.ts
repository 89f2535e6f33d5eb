// Owns where this repository lies: the development key is found there from whatever folder a command runs in.

import { fileURLToPath } from 'node:url';

/** Absolute, with a `/` at its end. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));
