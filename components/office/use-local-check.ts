// Owns checking the chosen files beside the page, anew whenever other ones are chosen. Knows no screen.

import { useEffect, useState } from 'react';
import type { CheckRequest, LocalCheck } from '@/lib/office-client/worker-messages';
import { checkBeside } from '@/lib/office-client/worker-start';

interface LocalCheckInput {
  readonly officeId: string;
  readonly officeState: string;
  readonly known: Omit<CheckRequest['known'], 'election'>;
  readonly mappings: CheckRequest['mappings'];
  /** null: none chosen yet. */
  readonly files: readonly File[] | null;
  readonly election: { readonly name: string; readonly date: string } | null;
}

interface LocalChecking {
  /** Rows read so far; null: nothing is being read. */
  readonly rows: number | null;
  /** null: not done, or this browser cannot. */
  readonly check: LocalCheck | null;
}

/** `const {rows, check} = useLocalCheck({officeId, officeState, known, files, election})` */
export function useLocalCheck(input: LocalCheckInput): LocalChecking {
  const { officeId, officeState, known, mappings, files, election } = input;
  const [state, setState] = useState<LocalChecking>({ rows: null, check: null });
  const [electionName, electionDate] = [election?.name ?? '', election?.date ?? ''];
  const { name, phone } = known;
  useEffect(() => {
    if (files === null || files.length === 0) {
      setState({ rows: null, check: null });
      return;
    }
    const given = electionName === '' ? null : { name: electionName, date: electionDate };
    const request = { officeId, officeState, files, mappings, known: { name, phone, election: given } };
    const ended = new AbortController();
    setState({ rows: 0, check: null });
    checkBeside(request, (rows) => setState({ rows, check: null }), ended.signal).then((check) => {
      if (!ended.signal.aborted) setState({ rows: null, check });
    });
    return () => ended.abort();
  }, [officeId, officeState, name, phone, mappings, files, electionName, electionDate]);
  return state;
}
