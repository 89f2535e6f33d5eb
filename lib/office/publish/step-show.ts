// Owns the last step: the folder that readers and edges pull from holds what is live, and whoever asks this host is given
// it. It can no longer be taken back.

import { projectRelease } from './project-release';
import type { Step } from './step';

/** Where readers are served from the stores there is nothing to put anywhere: what servers remember has to run out. */
export const showStep: Step = async (ports) => {
  await projectRelease(ports);
  await ports.readersCaughtUp();
  return { kind: 'next', left: {} };
};
