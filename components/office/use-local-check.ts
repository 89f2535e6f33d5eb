// Owns checking the chosen files beside the page, anew whenever other ones are chosen. Knows no screen.

import { useEffect, useState } from 'react';
import type { OfficeReading } from '@/lib/ingest/office-reading';
import type { HowFar, LocalCheck } from '@/lib/office-client/worker-messages';
import { checkBeside } from '@/lib/office-client/worker-start';

interface LocalCheckInput {
  /** The same object as long as it says the same: another one starts the check anew. */
  readonly reading: OfficeReading;
  /** null: none chosen yet. */
  readonly files: readonly File[] | null;
  /** What is said on the page; null: what the reading knows counts. */
  readonly election: { readonly name: string; readonly date: string } | null;
}

interface LocalChecking {
  /** null: nothing is being read. */
  readonly far: HowFar | null;
  /** null: not done, or this browser cannot. */
  readonly check: LocalCheck | null;
}

/** `const {far, check} = useLocalCheck({reading, files, election})` */
export function useLocalCheck({ reading, files, election }: LocalCheckInput): LocalChecking {
  const [state, setState] = useState<LocalChecking>({ far: null, check: null });
  const [electionName, electionDate] = [election?.name ?? '', election?.date ?? ''];
  useEffect(() => {
    if (files === null || files.length === 0) {
      setState({ far: null, check: null });
      return;
    }
    const said = electionName === '' ? reading.known.election : { name: electionName, date: electionDate };
    const request = { files, reading: { ...reading, known: { ...reading.known, election: said } } };
    const ended = new AbortController();
    setState({ far: { bytes: 0, rows: 0 }, check: null });
    checkBeside(request, (far) => setState({ far, check: null }), ended.signal).then((check) => {
      if (!ended.signal.aborted) setState({ far: null, check });
    });
    return () => ended.abort();
  }, [reading, files, electionName, electionDate]);
  return state;
}
