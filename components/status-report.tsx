'use client';
// Owns asking, when the page is opened, where the list can be read, and drawing it as the answers come.

import { type ReactNode, useEffect, useState } from 'react';
import { askRungs, fetchStatus, type NamedRung } from '@/lib/client/ask-rungs';
import { deviceCopy } from '@/lib/client/device-copy';
import { deviceStorage } from '@/lib/client/device-storage';
import { siteRungs } from '@/lib/client/ladder/site-rungs';
import { recall } from '@/lib/client/release-memory';
import { mirrors, publicKeys } from '@/lib/client/site-config';
import type { Messages } from '@/lib/messages/messages';
import type { StatusMessages } from '@/lib/messages/status-messages';
import type { StatusFile } from '@/lib/view/status-file';
import {
  type RungSeen,
  type StatusLine,
  type StatusReader,
  viewNewest,
  viewOutside,
  viewRungs,
  viewToAll,
} from '@/lib/view/status-view';
import { NoticeBanner } from './notice-banner';
import { useNow } from './use-now';

interface StatusReportProps {
  readonly messages: Messages;
  readonly say: StatusMessages;
}

/** `undefined` while it is fetched; null where there is none. */
type Report = StatusFile | null | undefined;

/** The list, the rungs, and the look from outside. Nothing of it is drawn without script: the page says so itself. */
export function StatusReport({ messages, say }: StatusReportProps) {
  const now = useNow();
  const [seen, setSeen] = useState<readonly RungSeen[] | null>(null);
  const [report, setReport] = useState<Report>(undefined);
  useEffect(() => {
    let isCurrent = true;
    if (globalThis.crypto?.subtle === undefined) setSeen([]);
    else void ask((each) => isCurrent && setSeen(each));
    void fetchStatus((input, init) => fetch(input, init)).then((found) => isCurrent && setReport(found));
    return () => {
      isCurrent = false;
    };
  }, []);
  // In the page as it is built, and where there is no script, nothing has been asked.
  if (seen === null) return null;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const reader: StatusReader = { messages, say, now, timeZone };
  const newest = seen.length === 0 ? [say.oldBrowser] : viewNewest(seen, reader);
  const outside = report === undefined ? null : viewOutside(report, reader);
  return (
    <>
      <Part heading={say.listHeading}>
        <div className="to-all">
          {viewToAll(seen, reader).map((notice) => (
            <NoticeBanner key={notice.id} notice={notice} />
          ))}
        </div>
        <div role="status">
          {(newest ?? [say.checking]).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </Part>
      {seen.length > 0 && (
        <Part heading={say.rungsHeading}>
          <Lines lines={viewRungs(seen, reader)} />
        </Part>
      )}
      <Part heading={say.outsideHeading}>
        {(outside?.paragraphs ?? [say.checking]).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {outside !== null && outside.lines.length > 0 && <Lines lines={outside.lines} />}
        {outside?.edge.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
    </>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** Words say it; the mark is for those who look over it. */
function Lines({ lines }: { readonly lines: readonly StatusLine[] }) {
  return (
    <ul className="status-lines">
      {lines.map(({ name, text, isWell }) => (
        <li key={name} data-well={isWell ?? undefined}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

const timers = {
  after: (ms: number, ring: () => void) => {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};

function ask(onSeen: (seen: readonly RungSeen[]) => void): Promise<void> {
  const rungs = siteRungs(mirrors, deviceCopy(deviceStorage), (input, init) => fetch(input, init));
  // Mirrors come in their order, right after the site itself.
  const named = rungs.map((rung, index): NamedRung => {
    const mirror = rung.kind === 'mirror' ? mirrors[index - 1] : undefined;
    return { rung, name: mirror === undefined ? null : new URL(mirror).host };
  });
  return askRungs(named, { publicKeys, ...recall(() => localStorage) }, timers, onSeen);
}
