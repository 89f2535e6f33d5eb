// Owns the link from a problem to its page of help. It opens beside the draft: what somebody has typed and not sent stays.

interface HelpLinkProps {
  /** `zip-unreadable` */
  readonly code: string;
}

/** `<HelpLink code="zip-unreadable" />`: `An example, and what to do (new tab)` */
export function HelpLink({ code }: HelpLinkProps) {
  return (
    <a href={`/office/help/problems/${code}/`} target="_blank" rel="noopener">
      An example, and what to do<span className="visually-hidden"> about {code}</span> (new tab)
    </a>
  );
}
