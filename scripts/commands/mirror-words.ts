// Owns what `levee mirror` says to people: a line for what changed, one for each thing that was refused. Decides nothing.

import type { MirrorCheck } from '@/lib/adapters/mirror/check-mirror';
import type { MirrorReport } from '@/lib/adapters/mirror/mirror-once';
import type { MirrorProblem, MirrorProblemCode } from '@/lib/adapters/mirror/mirror-problem';

/** Lines for one turn; none where nothing happened and nothing is wrong. `isFirst`: say also that nothing was to be done. */
export function turnLines({ release, site, problems }: MirrorReport, isFirst: boolean): readonly string[] {
  const { pointer, outcome, source, objects, pages, isOld } = release;
  const lines: string[] = [];
  if (pointer !== null && (outcome === 'copied' || (isFirst && outcome === 'unchanged'))) {
    const { sequence, issuedAt } = pointer;
    const what = outcome === 'copied' ? `${objects} objects, ${pages} pages` : 'nothing to copy';
    lines.push(`release ${sequence}, issued ${issuedAt}, from ${source}: ${what}`);
  }
  if (outcome === 'failed') {
    const kept =
      pointer === null
        ? 'There is none here.'
        : `Still here: ${pointer.sequence}, issued ${pointer.issuedAt}.`;
    lines.push(`error: no release could be copied. ${kept}`);
  }
  if (isOld && pointer !== null && (isFirst || outcome === 'copied'))
    lines.push(
      `warning: the office has not confirmed this release since ${pointer.issuedAt}, more than 30 minutes ago`,
    );
  lines.push(...siteLines(site, isFirst));
  const isFatal = outcome === 'failed' || site.outcome === 'failed';
  lines.push(...problems.map((problem) => problemLine(problem, isFatal ? 'error' : 'warning')));
  return lines;
}

function siteLines({ outcome, site, files }: MirrorReport['site'], isFirst: boolean): readonly string[] {
  if (outcome === 'copied' && site !== null)
    return [`site ${site.sequence}, issued ${site.issuedAt}: ${files} files`];
  if (outcome === 'unchanged' && isFirst && site !== null) return [`site ${site.sequence}: nothing to copy`];
  if (outcome === 'absent' && isFirst) {
    const kept =
      site === null ? 'The release alone is copied.' : `Site ${site.sequence}, which is here, stays.`;
    return [`note: no source has /site.json, and so no pages to look up an address. ${kept}`];
  }
  return [];
}

const WORDS: Readonly<Record<MirrorProblemCode, string>> = {
  unreachable: 'no answer',
  notFound: 'not there',
  tooLarge: 'too large, refused',
  notBelieved: 'refused',
  lowerSequence: 'refused',
  wrongHash: 'wrong bytes, refused',
  malformed: 'of no known shape, refused',
  diskFull: 'disk full',
  disk: 'disk',
};

/** `error: https://vote.example.gov/v1/current.json: refused: badSignature: …`. */
export function problemLine({ code, source, file, message }: MirrorProblem, severity: string): string {
  const where = file.startsWith(source) ? file : source + file;
  return `${severity}: ${where}: ${WORDS[code]}: ${message}`;
}

/** Lines for `--check`. */
export function checkLines({ drift, problems, right }: MirrorCheck): readonly string[] {
  const found = drift.length === 0 ? 'nothing has drifted' : `${drift.length} differences`;
  return [
    ...drift.map(({ kind, file, message }) => `${kind} ${file}: ${message}`),
    ...problems.map((problem) => problemLine(problem, 'error')),
    `${right} files are right; ${found}.${remedies(drift)}`,
  ];
}

/** What is too much is left alone by --repair: a web server's folder may hold what nobody here knows. */
function remedies(drift: MirrorCheck['drift']): string {
  const extra = drift.filter(({ kind }) => kind === 'extra').length;
  const mend = extra < drift.length ? ' To mend: the same command with --repair in place of --check.' : '';
  return extra === 0 ? mend : `${mend} What is extra stays until somebody takes it away.`;
}
