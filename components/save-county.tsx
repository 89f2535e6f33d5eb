'use client';
// Owns "save my county for election day": how large, how far, done and from when, and taking it away again.

import { useEffect, useState } from 'react';
import { FORGOTTEN } from '@/lib/client/forget';
import { removeCounty, type SavedCounty, saveCounty, savedCounties } from '@/lib/client/saved-counties';
import { fullName } from '@/lib/core/lookup/answer';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import { localityKey } from '@/lib/release/locality-objects';
import type { OpenRelease } from '@/lib/release/reader';
import { momentText } from '@/lib/view/when';
import { askToPersist, canKeep, keptPorts, records } from './kept';

interface SaveCountyProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
  readonly locality: LocalityRef;
}

/** `checking`: whether it was saved before is not known yet. */
type State =
  | { readonly kind: 'checking' | 'offered' }
  | { readonly kind: 'saving'; readonly done: number; readonly total: number }
  | { readonly kind: 'saved'; readonly county: SavedCounty }
  | { readonly kind: 'failed'; readonly code: 'unreachable' | 'noRoom' };

/** One button; nothing where the browser keeps nothing. */
export function SaveCounty({ messages, release, locality }: SaveCountyProps) {
  const [state, setState] = useSavedState(locality, release.pointer.sequence);
  if (state.kind === 'checking') return null;
  const say = messages.savedCounty;

  async function save() {
    setState({ kind: 'saving', done: 0, total: 0 });
    askToPersist();
    const named = { ...locality, name: fullName(locality) };
    const saved = await saveCounty(keptPorts(), release.pointer, named, (done, total) =>
      setState({ kind: 'saving', done, total }),
    );
    setState(saved.ok ? { kind: 'saved', county: saved.value } : { kind: 'failed', code: saved.error.code });
  }

  async function remove() {
    await removeCounty(keptPorts(), release.pointer.root, locality);
    setState({ kind: 'offered' });
  }

  return (
    <div className="kept">
      <p role="status">{statusOf(state, messages)}</p>
      {state.kind !== 'saved' && <p>{format(say.lead, { locality: fullName(locality) })}</p>}
      {state.kind === 'saved' && <Saved messages={messages} county={state.county} onRemove={remove} />}
      {(state.kind === 'offered' || state.kind === 'failed') && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => void save()}>
          {saveLabel(messages, locality)}
        </button>
      )}
    </div>
  );
}

function Saved({
  messages,
  county,
  onRemove,
}: {
  readonly messages: AllMessages;
  readonly county: SavedCounty;
  readonly onRemove: () => void;
}) {
  const say = messages.savedCounty;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = momentText(new Date(county.asOf), zone, messages, new Date());
  return (
    <>
      <p>{format(say.from, { time })}</p>
      <button type="button" className="usa-button usa-button--unstyled" onClick={onRemove}>
        {say.remove}
      </button>
    </>
  );
}

/** Whether the locality is saved: looked up at first, after a new list, and when everything was taken away. */
function useSavedState(locality: LocalityRef, sequence: number) {
  const [state, setState] = useState<State>({ kind: 'checking' });
  const key = localityKey(locality);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sequence` is the reason to look again, not an input.
  useEffect(() => {
    let isCurrent = true;
    async function look() {
      if (!canKeep()) return setState({ kind: 'checking' });
      const county = (await savedCounties(records)).find((each) => localityKey(each) === key);
      if (isCurrent) setState((now) => (now.kind === 'saving' ? now : found(county)));
    }
    void look();
    window.addEventListener(FORGOTTEN, look);
    return () => {
      isCurrent = false;
      window.removeEventListener(FORGOTTEN, look);
    };
  }, [key, sequence]);
  return [state, setState] as const;
}

function found(county: SavedCounty | undefined): State {
  return county === undefined ? { kind: 'offered' } : { kind: 'saved', county };
}

function statusOf(state: State, { savedCounty }: AllMessages): string {
  switch (state.kind) {
    case 'saving':
      return format(savedCounty.saving, { done: String(state.done), total: String(state.total) });
    case 'saved':
      return format(savedCounty.saved, { locality: state.county.name });
    case 'failed':
      return state.code === 'noRoom' ? savedCounty.noRoom : savedCounty.failed;
    default:
      return '';
  }
}

function saveLabel({ savedCounty, tag }: AllMessages, locality: LocalityRef): string {
  const name = fullName(locality);
  if (locality.gzipKb === undefined) return format(savedCounty.saveUnsized, { locality: name });
  const count = new Intl.NumberFormat(tag).format(roundUp(locality.gzipKb));
  return format(savedCounty.save, { locality: name, size: format(savedCounty.size, { count }) });
}

/** KB. The list's root comes on top, a few KB: to the next ten, so that it is never more than was said. */
function roundUp(kilobytes: number): number {
  return Math.ceil((kilobytes + ROOT_KB) / 10) * 10;
}

const ROOT_KB = 8;
