// Owns the way from XML's events to rows of VIP's tables: which element begins a row, where its values stand, which language counts.
// Holds one element of the top level at a time. Knows neither files nor checks.

import type { BatchSigns } from '../tables/record-source';
import type { TableName } from '../tables/vip-columns';
import {
  type ElementUse,
  elementUse,
  plainName,
  severalValues,
  type XmlFields,
  xmlFields,
} from './element-tables';
import type { XmlReader } from './xml-events';

/** One row out of XML. `cells` stand in the order of the table's fields. */
export interface XmlRecord {
  readonly table: TableName;
  readonly cells: readonly string[];
  readonly line: number;
  /** Among all rows of the document, from 1. */
  readonly ordinal: number;
  readonly signs: BatchSigns;
  /** The position of a field that has two values that differ; -1 for none. */
  readonly twice: number;
}

interface Row {
  readonly use: ElementUse;
  readonly plain: string;
  /** As written, with the elements around that are rows or holders: `HoursOpen/Schedule`. */
  readonly path: string;
  readonly id: string;
  readonly depth: number;
  readonly line: number;
  readonly ordinal: number;
  readonly fields: XmlFields | null;
  readonly cells: string[];
  /** Of each field, how well the language of its text fits; 0: nothing yet. */
  readonly ranks: number[];
  twice: number;
}

/** The records of a document, each handed on when its element ends, inner ones before the one around. */
export class XmlRecords implements XmlReader {
  /** The root element as written; null before there is one. */
  root: string | null = null;
  /** Two rows begin on one line. */
  sharesLine = false;

  readonly #take: (record: XmlRecord) => boolean;
  readonly #rows: Row[] = [];
  // Of each element inside the innermost row: its plain names joined, and as written.
  readonly #keys: string[] = [];
  readonly #paths: string[] = [];
  readonly #labels = new Map<TableName, string[]>();
  readonly #elementOf = new Map<TableName, string>();
  readonly #plainNames = new Map<string, string>();
  #depth = 0;
  #ordinal = 0;
  #lastLine = 0;
  #text = '';
  #language = '';
  #isLeaf = false;
  // The depth of an element whose content is none of a feed's; 0: none.
  #skipped = 0;

  /** `take` gives false to stop. */
  constructor(take: (record: XmlRecord) => boolean) {
    this.#take = take;
  }

  /** How the document calls a field: `StreetSegment/Zip`. */
  label(table: TableName, position: number): string {
    const column = xmlFields(table).columns[position] ?? '';
    return this.#labels.get(table)?.[position] ?? `${this.#elementOf.get(table) ?? table}/${column}`;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#depth++;
    this.#text = '';
    this.#isLeaf = true;
    if (this.#skipped > 0) return;
    if (this.#depth === 1) {
      this.root = name;
      return;
    }
    const parent = this.#rows.at(-1);
    const isChild = parent === undefined || parent.depth === this.#depth - 1;
    const use = isChild ? elementUse(parent?.plain ?? null, this.#plain(name)) : null;
    if (use !== null) this.#begin(use, name, (attributes.id ?? '').trim(), line);
    else if (parent === undefined) this.#skipped = this.#depth;
    else this.#openValue(name, this.#depth - parent.depth - 1, attributes);
  }

  text(more: string): void {
    if (this.#isLeaf && this.#skipped === 0) this.#text += more;
  }

  close(_name: string, signs: BatchSigns): boolean {
    const row = this.#rows.at(-1);
    let goOn = true;
    if (this.#skipped > 0) {
      if (this.#skipped === this.#depth) this.#skipped = 0;
    } else if (row?.depth === this.#depth) goOn = this.#end(row, signs);
    else if (row !== undefined && this.#isLeaf) this.#closeValue(row);
    this.#depth--;
    this.#isLeaf = false;
    this.#text = '';
    return goOn;
  }

  #begin(use: ElementUse, name: string, id: string, line: number): void {
    const parent = this.#rows.at(-1);
    const fields = use.table === null ? null : xmlFields(use.table);
    if (use.table !== null) {
      this.#ordinal++;
      this.sharesLine ||= line === this.#lastLine;
      this.#lastLine = line;
    }
    const row: Row = {
      use,
      plain: this.#plain(name),
      path: parent === undefined ? local(name) : `${parent.path}/${local(name)}`,
      // A department has none in some feeds, and its rows have to know whose they are.
      id: id === '' && parent !== undefined ? `${parent.id}/${this.#ordinal}` : id,
      depth: this.#depth,
      line,
      ordinal: this.#ordinal,
      fields,
      cells: fields?.names.map(() => '') ?? [],
      ranks: fields?.names.map(() => 0) ?? [],
      twice: -1,
    };
    this.#rows.push(row);
    if (use.table === null) return;
    if (!this.#elementOf.has(use.table)) this.#elementOf.set(use.table, row.path);
    this.#set(row, 'id', row.id, '@id', 1);
    if (use.parentField !== null) this.#setField(row, use.parentField, parent?.id ?? '', '../@id');
  }

  #end(row: Row, signs: BatchSigns): boolean {
    this.#rows.pop();
    const { table, textField } = row.use;
    if (textField !== null) this.#setField(row, textField, this.#text, 'text()');
    if (table === null) return true;
    const { cells, line, ordinal, twice } = row;
    return this.#take({ table, cells, line, ordinal, signs, twice });
  }

  #openValue(name: string, at: number, attributes: Readonly<Record<string, string>>): void {
    this.#keys[at] = at === 0 ? this.#plain(name) : `${this.#keys[at - 1]}${this.#plain(name)}`;
    this.#paths[at] = at === 0 ? local(name) : `${this.#paths[at - 1]}/${local(name)}`;
    this.#language = attributes.language ?? attributes['xml:lang'] ?? '';
  }

  #closeValue(row: Row): void {
    const at = this.#depth - row.depth - 1;
    const key = this.#keys[at] ?? '';
    const around = this.#keys[at - 1];
    // VIP 5 and 6 InternationalizedText: the element holds a Text for each language.
    if (around === undefined || key !== `${around}text` || at === 0) {
      this.#set(row, key, this.#text, this.#paths[at] ?? '', 1);
    } else {
      const rank = /^en(?:-|$)/i.test(this.#language) ? 2 : 1;
      this.#set(row, around, this.#text, `${this.#paths[at - 1]}/Text`, rank);
    }
  }

  #setField(row: Row, field: string, value: string, path: string): void {
    const position = row.fields?.names.indexOf(field) ?? -1;
    if (position >= 0) this.#fill(row, position, value, path, 1);
  }

  #set(row: Row, key: string, value: string, path: string, rank: number): void {
    const position = row.fields?.positions.get(key);
    if (position !== undefined) this.#fill(row, position, value, path, rank);
  }

  #fill(row: Row, position: number, value: string, path: string, rank: number): void {
    const { table } = row.use;
    if (table === null) return;
    this.#nameField(table, position, row, path);
    const trimmed = value.trim();
    if (trimmed === '') return;
    const before = row.cells[position] ?? '';
    const rankBefore = row.ranks[position] ?? 0;
    if (before === '' || rank > rankBefore) {
      row.cells[position] = trimmed;
      row.ranks[position] = rank;
      return;
    }
    // The same text in another language is no second value.
    if (before === trimmed || path.endsWith('/Text')) return;
    const several = severalValues(table, row.fields?.names[position] ?? '');
    if (several === null) row.twice = position;
    else if (several !== 'first') row.cells[position] = `${before}${several.join}${trimmed}`;
  }

  #nameField(table: TableName, position: number, row: Row, path: string): void {
    let ofTable = this.#labels.get(table);
    if (ofTable === undefined) {
      ofTable = [];
      this.#labels.set(table, ofTable);
    }
    if (ofTable[position] === undefined) ofTable[position] = `${row.path}/${path}`;
  }

  #plain(name: string): string {
    const known = this.#plainNames.get(name);
    if (known !== undefined) return known;
    const made = plainName(name);
    if (this.#plainNames.size < 10_000) this.#plainNames.set(name, made);
    return made;
  }
}

/** `vip:StreetSegment` -> `StreetSegment`. */
function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
