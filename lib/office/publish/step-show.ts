// Owns the last step: the folder that readers and edges pull from holds what is live. It can no longer be taken back.

import { projectRelease } from './project-release';
import type { Step } from './step';

/** Nothing to do where readers are served from the stores. */
export const showStep: Step = async (ports) => {
  await projectRelease(ports);
  return { kind: 'next', left: {} };
};
