// Owns what a page of help says about one code: what it means, an example, what to do, the example mended. Reads nothing.

import type { HelpPage, HelpPart } from '@/lib/ingest/problems/help-page';
import { HelpFiles } from './help-files';
import { HelpKindLabel } from './help-kind';

/** `<HelpBody page={page} />`, below a heading that has its title. */
export function HelpBody({ page }: { readonly page: HelpPage }) {
  const { code, kind, consequence, meaning, remedy, examples, mended } = page;
  return (
    <div className="help">
      <p className="help-kind">
        <HelpKindLabel kind={kind} /> <code>{code}</code>
      </p>
      <p className="help-text">{meaning}</p>
      <p className="help-text">{consequence}</p>
      {examples.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
      <section>
        <h2>What to do</h2>
        <p className="help-text">{remedy}</p>
      </section>
      {mended !== null && <Part part={mended} />}
      <p>
        <a href="/office/help/problems/">All kinds of problems</a>
      </p>
    </div>
  );
}

function Part({ part: { heading, text, files } }: { readonly part: HelpPart }) {
  return (
    <section>
      <h2>{heading}</h2>
      {text !== null && <p className="help-text">{text}</p>}
      <HelpFiles files={files} />
    </section>
  );
}
