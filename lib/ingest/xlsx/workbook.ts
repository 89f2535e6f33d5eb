// Owns the outline of a workbook: its sheets in their order, its system of dates, what its formats mean. Reads no cell.
// ECMA-376 part 1, 12.3 and 18.2; part 2, 6.5 (relationships). Relationships that lead outside are not followed.

import { type NumberMeaning, numberMeaning } from './number-formats';
import type { WorkbookParts } from './workbook-parts';
import { readXmlPart, WorkbookFault } from './xml-part';

export interface SheetEntry {
  readonly name: string;
  /** Hidden by somebody, or by a program. */
  readonly isHidden: boolean;
  readonly path: string;
}

export interface Workbook {
  /** Sheets of cells; charts and macros are none. */
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  /** Path of the shared strings; null: there are none. */
  readonly stringsPath: string | null;
  /** By a cell's style. */
  readonly meanings: readonly NumberMeaning[];
}

const mostSheets = 1000;
const mostStyles = 65_536;

/** The outline. Throws `WorkbookFault`, `PartRefused`. */
export async function readWorkbook(parts: WorkbookParts, path: string): Promise<Workbook> {
  const relations = await readRelations(parts, path);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readXmlPart(parts.chunks(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet' || attributes.name === undefined) return;
      if (sheets.length >= mostSheets) throw new WorkbookFault('it has more than 1,000 sheets');
      const relation = relations.get(relationId(attributes));
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      // A small file could have the same large sheet read a thousand times.
      if (sheets.some(({ path: other }) => other === relation.target)) {
        throw new WorkbookFault('two of its sheets are one and the same');
      }
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name, isHidden, path: relation.target });
    },
  });
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(type));
  const styles = byType('/styles')?.target;
  return {
    sheets,
    is1904,
    stringsPath: byType('/sharedStrings')?.target ?? null,
    meanings: styles === undefined || !parts.has(styles) ? [] : await readMeanings(parts, styles),
  };
}

/** Path of the part that the package is about (`xl/workbook.xml`, `word/document.xml`); null: it is no Office package. */
export async function mainPart(parts: WorkbookParts): Promise<string | null> {
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels')) return null;
  const relations = await readRelations(parts, '');
  return [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function readRelations(parts: WorkbookParts, source: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${source.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  await readXmlPart(parts.chunks(path), {
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      if (id === undefined || type === undefined || target === undefined) return;
      relations.set(id, { type, target: resolved(folder, target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** `r:id`, whatever prefix the namespace of relationships has. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return (name === undefined ? undefined : attributes[name]) ?? '';
}

async function readMeanings(parts: WorkbookParts, path: string): Promise<readonly NumberMeaning[]> {
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let isOfCells = false;
  await readXmlPart(parts.chunks(path), {
    open: (name, attributes) => {
      if (name === 'cellXfs') isOfCells = true;
      else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'xf' && isOfCells && meanings.length < mostStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        meanings.push(numberMeaning(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return meanings;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
