// The counts on the right were made by ear and dictionary, not by the counters.
import { describe, expect, it } from 'vitest';
import { englishSyllables, spanishSyllables } from './syllables.fixture';

const english = `
  a I the by my be go we you are one once ones vote votes place type types typed asked closed checked state states street school
  hour ours can’t don’t ZIP line lines picked page name moved mail phone route rides house 1
  places pages changes closes houses boxes voted voting table people office quiet needed ended started address ballot
  rural county website something someone inside nearest precinct language device levee doesn’t couldn’t isn’t safety
  data real curbside every polling notice voter’s noticed moment lately nothing party’s 2
  addresses offices office’s registered election family’s another connection example directions different
  radio idea area appointment official overseas nobody anywhere September entirely 3
  military usually information identity 4
  disabilities 5`;

const spanish = `
  y voy ya hoy muy ley sé más cien quien fue pues 1
  lugar calle aquí día vea guía guerra también después ciudad leer baúl puede casa vote pueblo ruido cualquier llame país 2
  votación dirección número antiguo ahora abierto código elección condado sábado veía persona 3
  oficina electoral calendario funcionario policía 4 discapacidad 5`;

/** `'a I the 1 places 2'` -> `[['a', 1], …]`: the number stands behind the words that have it. */
function counted(table: string): readonly (readonly [string, number])[] {
  const rows: (readonly [string, number])[] = [];
  let words: string[] = [];
  for (const word of table.trim().split(/\s+/)) {
    if (/^\d$/.test(word)) {
      rows.push(...words.map((each) => [each, Number(word)] as const));
      words = [];
    } else words.push(word);
  }
  return rows;
}

describe('English syllables', () => {
  it.each(counted(english))('%s has %i', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });
});

describe('Spanish syllables', () => {
  it.each(counted(spanish))('%s has %i', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });
});
