// Owns the order in which the work with a whole state's list is measured: the files made once, a bare pass over them, and each piece of
// work in a process of its own that may have as large a heap as Node gives itself on a small machine. The figures go to whole-report.ts.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type WholeTaken, type WorkName, withNeeds } from './work';

/** `taken` null: it died, or did not do it; `why` says what it said last. */
export interface WorkFigures {
  readonly work: WorkName;
  readonly taken: WholeTaken | null;
  readonly why: string;
}

export interface WholeFigures {
  readonly rows: number;
  readonly heapMb: number;
  /** One pass of papaparse over the file with the rows. */
  readonly bare: WholeTaken;
  readonly works: readonly WorkFigures[];
}

export interface WholeRequest {
  readonly rows: number;
  readonly works: readonly WorkName[];
  /** Node's `--max-old-space-size`. */
  readonly heapMb: number;
  /** Where files are made; it is there, and empty. */
  readonly folder: string;
  readonly onStep: (step: string) => void;
  readonly onWork: (figures: WorkFigures, bare: WholeTaken) => void;
}

/** Measures these, and what they need, one after the other. What needs something that died dies, too. */
export async function measureWhole(request: WholeRequest): Promise<WholeFigures> {
  const { rows, heapMb, folder, onStep } = request;
  const wanted = withNeeds(request.works);
  for (const before of wanted.includes('publish') ? (['make', 'fill'] as const) : (['make'] as const)) {
    onStep(before === 'make' ? `making ${rows} rows` : 'filling the stores');
    const made = await child(before, request, null);
    if (made.taken === null) throw new Error(`the lists cannot be made: ${made.why}`);
  }
  onStep('bare pass');
  const { taken: bare, why } = await child('bare', { folder, rows }, heapMb);
  if (bare === null) throw new Error(`the lists cannot be passed over: ${why}`);
  const works: WorkFigures[] = [];
  for (const work of wanted) {
    onStep(work);
    const figures = { work, ...(await child(work, { folder, rows }, heapMb)) };
    works.push(figures);
    request.onWork(figures, bare);
  }
  return { rows, heapMb, bare, works };
}

const wholeTask = fileURLToPath(new URL('./whole-task.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** `heapMb` null: as much as the machine has. */
async function child(
  name: WorkName | 'make' | 'fill' | 'bare',
  { folder, rows }: Pick<WholeRequest, 'folder' | 'rows'>,
  heapMb: number | null,
): Promise<{ readonly taken: WholeTaken | null; readonly why: string }> {
  const heap = `--max-old-space-size=${heapMb ?? 8192}`;
  const args = [heap, '--import', tsx, wholeTask, name, folder, String(rows)];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
    return { taken: JSON.parse(stdout) as WholeTaken, why: '' };
  } catch (error) {
    return { taken: null, why: lastWords(error) };
  }
}

function lastWords(error: unknown): string {
  const { stderr = '', message } = error as Error & { readonly stderr?: string };
  const fatal = stderr.split('\n').find((line) => /^FATAL ERROR|Error:/.test(line));
  return (fatal ?? stderr.trim().split('\n').at(-1) ?? '') || message;
}
