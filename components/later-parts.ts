// Owns what is not needed for an answer: the ways in without an address, and keeping things for later. One piece of
// script, fetched after everything that the voter waits for, and kept with the page by the worker.

export { keepCurrent } from '@/lib/client/keep-current';
export { KeepAnswer } from './keep-answer';
export { keptPorts } from './kept';
export { SavedPlaceArea } from './saved-place-area';
export { WayInStep } from './way-in-step';
