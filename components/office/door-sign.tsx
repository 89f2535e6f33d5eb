// Owns the sign that an office prints and tapes to the door: one page, few large words, both languages, a code to scan. No
// arrow: nobody knows which way the door faces.

import type { QrPath } from '@/lib/client/qr-path';
import type { DoorSignView, SignView } from '@/lib/view/sign-view';

interface DoorSignProps {
  readonly sign: DoorSignView;
  /** Where the code leads. */
  readonly link: string;
  readonly code: QrPath;
  readonly officeName: string;
}

/** `<DoorSign sign={viewSign(facts)} link={link} code={qrPath(link)} officeName="Adams County" />` */
export function DoorSign({ sign, link, code, officeName }: DoorSignProps) {
  const { newPlace, at } = sign;
  return (
    <article className="door-sign" aria-label="Door sign">
      {sign.languages.map((each) => (
        <Words key={each.lang} words={each} />
      ))}
      {newPlace !== null && (
        <address className="door-sign-place">
          <bdi className="door-sign-name">{newPlace.name}</bdi>
          {newPlace.addressLines.map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        </address>
      )}
      <div className="door-sign-foot">
        <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={`Code that leads to ${link}`}>
          <path d={code.path} />
        </svg>
        <div>
          {sign.languages.map(({ lang, scan, questions }) => (
            <p key={lang} lang={lang}>
              <strong>{scan}</strong>
              <br />
              {questions}
            </p>
          ))}
          <p className="door-sign-link" dir="ltr">
            {link}
          </p>
          <p>
            <bdi>{at === null ? officeName : `${officeName}: ${at}`}</bdi>
          </p>
        </div>
      </div>
    </article>
  );
}

function Words({ words }: { readonly words: SignView }) {
  return (
    <section lang={words.lang} dir={words.direction}>
      <h2>{words.headline}</h2>
      {words.body !== null && <p className="door-sign-body">{words.body}</p>}
      {words.period !== null && <p className="door-sign-period">{words.period}</p>}
      {words.goTo !== null && <p className="door-sign-go">{words.goTo}:</p>}
    </section>
  );
}
