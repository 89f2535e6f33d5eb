'use client';
// Owns the quiet things to do with one place: put it in a calendar, share it. What they make is of the place alone.

import { useState } from 'react';
import { copyText, type SharedPlace, type ShareResult, sharePlace } from '@/lib/client/share-place';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { CalendarEntry } from '@/lib/view/calendar-file';

interface PlaceActionsProps {
  readonly messages: AllMessages;
  readonly entry: CalendarEntry;
  /** Names the place in each button, where several places are on the page. */
  readonly isOneOfSeveral: boolean;
}

/** Items for a list of quiet actions. What came of one is said below it. */
export function PlaceActions({ messages, entry, isOneOfSeveral }: PlaceActionsProps) {
  const { keep } = messages;
  const [said, setSaid] = useState<ShareResult | 'noCalendar' | null>(null);
  const place = entry.place.name;
  const shared: SharedPlace = {
    title: place,
    text: [place, ...entry.place.addressLines].join(', '),
    url: entry.link,
  };

  function addToCalendar() {
    setSaid(null);
    saveCalendar(entry, messages).catch(() => setSaid('noCalendar'));
  }

  return (
    <>
      {entry.place.votingDay !== null && (
        <li>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={addToCalendar}
            aria-label={isOneOfSeveral ? format(keep.calendarFor, { place }) : undefined}
          >
            {keep.calendar}
          </button>
        </li>
      )}
      <li>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => void sharePlace(shared, sharePorts()).then(setSaid)}
          aria-label={isOneOfSeveral ? format(keep.shareOf, { place }) : undefined}
        >
          {keep.share}
        </button>
      </li>
      <li className="action-status" role="status">
        {said === 'copied' && keep.copied}
        {said === 'noCalendar' && keep.failed}
        {said === 'failed' && (
          <>
            {keep.copyFailed} <bdi className="copy-by-hand">{copyText(shared)}</bdi>
          </>
        )}
      </li>
    </>
  );
}

/** Made here and handed to the device as a file. Nothing is asked of the network but this small script itself. */
async function saveCalendar(entry: CalendarEntry, messages: AllMessages): Promise<void> {
  const { calendarFile, calendarFileName } = await import('@/lib/view/calendar-file');
  const text = calendarFile(entry, messages, new Date());
  if (text === null) return;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = calendarFileName(entry);
  link.click();
  // Later: some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function sharePorts() {
  return {
    share: 'share' in navigator ? (data: ShareData) => navigator.share(data) : null,
    copy: navigator.clipboard ? (text: string) => navigator.clipboard.writeText(text) : null,
  };
}
