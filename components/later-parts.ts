// Owns what is not needed for an answer: what stands beside it, the ways in without an address, and keeping things for later. One piece of
// script, fetched after everything that the voter waits for, and kept with the page by the worker.

import './styles/later.scss';

export { keepCurrent } from '@/lib/client/keep-current';
export { keepLoadedFiles } from '@/lib/client/shell-worker';
export { answerDetails } from './answer-details';
export { keptPorts } from './kept';
export { PracticeList } from './practice-list';
export { SavedPlaceArea } from './saved-place-area';
export { WayInStep } from './way-in-step';
