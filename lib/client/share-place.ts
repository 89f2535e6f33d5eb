// Owns handing a place on: by the device's own share sheet where it has one, else by the clipboard. What is handed on is
// the place; nothing here can know the voter's address.

/** `text` is the place's name and address; `url` its page, or null where it has none. */
export interface SharedPlace {
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
}

/** The browser, as far as sharing needs it. Both are missing in some. */
export interface SharePorts {
  readonly share: ((data: { title: string; text: string; url?: string }) => Promise<void>) | null;
  readonly copy: ((text: string) => Promise<void>) | null;
}

/** `shared`: the device took over (or the voter changed their mind); `copied`; `failed`: show it to be copied by hand. */
export type ShareResult = 'shared' | 'copied' | 'failed';

/** Never throws: what a browser refuses goes on to the next way. */
export async function sharePlace(place: SharedPlace, ports: SharePorts): Promise<ShareResult> {
  const { title, text, url } = place;
  if (ports.share !== null) {
    try {
      await ports.share({ title, text, ...(url === null ? {} : { url }) });
      return 'shared';
    } catch (error) {
      // The voter closed the sheet: nothing is to be done, least of all something else.
      if (error instanceof Error && error.name === 'AbortError') return 'shared';
    }
  }
  if (ports.copy === null) return 'failed';
  try {
    await ports.copy(copyText(place));
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** What is copied: the link alone, else the words. */
export function copyText({ text, url }: SharedPlace): string {
  return url ?? text;
}
