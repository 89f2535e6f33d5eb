// Owns the line on stderr that tells how far long work has come. Never on stdout, which may be JSON, and
// never into a file or a log unless `--progress` asks for it.

import type { Terminal } from './command';

/** Says how far a step is, 0 to 1; `finish` clears the line. */
export interface Progress {
  readonly report: (step: string, done: number) => void;
  /** Where the end is not known: `answered 12000`. */
  readonly count: (step: string, count: number) => void;
  /** One of several steps of unknown length. */
  readonly step: (step: string) => void;
  readonly finish: () => void;
}

const SILENT: Progress = { report: () => {}, count: () => {}, step: () => {}, finish: () => {} };

/** Silent unless stderr is a terminal or `--progress` was given. */
export function createProgress(terminal: Terminal, asked: boolean): Progress {
  if (!asked && terminal.err.isTTY !== true) return SILENT;
  const inPlace = terminal.err.isTTY === true;
  let last = '';
  const say = (line: string) => {
    if (line === last) return;
    last = line;
    terminal.err.write(inPlace ? `\r\u001b[K${line}` : `${line}\n`);
  };
  return {
    report: (step, done) => say(`${step} ${Math.floor(done * 100)} %`),
    count: (step, count) => say(`${step} ${count}`),
    step: say,
    finish: () => {
      if (inPlace && last !== '') terminal.err.write('\r\u001b[K');
    },
  };
}
