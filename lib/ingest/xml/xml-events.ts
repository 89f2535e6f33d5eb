// Owns the stream from a file's bytes to XML's events, and everything that is refused on the way: malformed text, document types,
// entities, pieces and depths that no feed has. Knows no element by name.

import { SaxesParser } from 'saxes';
import { decodeText } from '../files/decode-text';
import { type SourceFile, SourceReadError } from '../files/source-file';
import type { ProblemLog } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';
import { type BatchSigns, signsOf } from '../tables/record-source';
import { xmlEncoding } from './xml-encoding';

/** What is told of a document, in its order. Names are as written, prefixes included; lines count from 1. */
export interface XmlReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly text: (text: string) => void;
  /** False: do not go on. */
  readonly close: (name: string, signs: BatchSigns) => boolean;
}

/** Elements in elements. A VIP feed has six. */
const maxDepth = 64;
/** Of text, a tag or a comment without anything else between: what is longer has lost its end. */
const maxPieceChars = 1024 * 1024;
/** Text is parsed in stretches, so that the limits hold however a file comes in. */
const stretchChars = 64 * 1024;

/** Ends the parse from inside an event. */
class Stop extends Error {}

/** True where the document was read to its end or the reader had enough; everything wrong with it is reported, as fatal. */
export async function readXml(file: SourceFile, reader: XmlReader, log: ProblemLog): Promise<boolean> {
  try {
    const encoding = await xmlEncoding(file, log);
    if (encoding === null) return false;
    const parser = new XmlStream(file.name, reader, log);
    for await (const text of decodeText(file, encoding)) {
      for (let start = 0; start < text.length; start += stretchChars) {
        if (!parser.write(text.slice(start, start + stretchChars))) return parser.isSound;
      }
    }
    return parser.end();
  } catch (error) {
    if (!(error instanceof SourceReadError)) throw error;
    log.report('file-unreadable', { file: file.name }, `${error.message}.`);
    return false;
  }
}

class XmlStream {
  isSound = true;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #file: string;
  readonly #log: ProblemLog;
  readonly #open: string[] = [];
  // The stretches since the last event, for the words of what is wrong.
  #tail = '';
  #stretch = '';
  #tagLine = 1;
  #isEnding = false;
  // A record may lie in two stretches.
  #signs: BatchSigns = { damaged: false, mojibake: false };
  #signsBefore: BatchSigns = this.#signs;

  constructor(file: string, reader: XmlReader, log: ProblemLog) {
    this.#file = file;
    this.#log = log;
    const parser = this.#parser;
    parser.on('error', (error) => this.#refuseError(error.message));
    parser.on('doctype', () => this.#refuse('xml-doctype'));
    parser.on('opentagstart', () => {
      this.#tagLine = parser.line;
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#note();
      if (this.#open.push(name) > maxDepth)
        this.#refuse('xml-malformed', `${maxDepth} elements in one another.`);
      reader.open(name, attributes, this.#tagLine);
    });
    const take = (text: string) => {
      this.#note();
      reader.text(text);
    };
    parser.on('text', take);
    parser.on('cdata', take);
    parser.on('comment', () => this.#note());
    parser.on('processinginstruction', () => this.#note());
    parser.on('closetag', ({ name }) => {
      this.#note();
      this.#open.pop();
      if (!reader.close(name, this.#bothSigns())) throw new Stop();
    });
  }

  /** False: do not go on. */
  write(text: string): boolean {
    this.#signsBefore = this.#signs;
    this.#signs = signsOf(text);
    this.#stretch = text;
    this.#tail += text;
    return this.#guarded(() => {
      this.#parser.write(text);
      if (this.#tail.length <= maxPieceChars) return;
      this.#refuseLooseSign();
      this.#refuse('xml-malformed', 'More than a million characters without a tag.');
    });
  }

  end(): boolean {
    this.#isEnding = true;
    this.#guarded(() => this.#parser.close());
    return this.isSound;
  }

  #guarded(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof Stop) return false;
      throw error;
    }
  }

  #note(): void {
    this.#tail = this.#stretch;
  }

  #bothSigns(): BatchSigns {
    const [a, b] = [this.#signs, this.#signsBefore];
    return a.damaged || a.mojibake || b.damaged || b.mojibake
      ? { damaged: a.damaged || b.damaged, mojibake: a.mojibake || b.mojibake }
      : a;
  }

  /** The parser says `12:7: undefined entity.`; line and column are told apart from it. */
  #refuseError(message: string): never {
    const words = message.split(': ').slice(1).join(': ') || message;
    if (this.#isEnding) {
      this.#refuseLooseSign();
      const inside = this.#open.at(-1);
      this.#refuse('xml-cut-off', inside === undefined ? sentence(words) : `It ends inside <${inside}>.`);
    }
    if (/entity/.test(words)) this.#refuse('xml-entity', sentence(words));
    this.#refuse('xml-malformed', sentence(words));
  }

  /** After a plain & the parser waits for a semicolon, and may meet the end of the file first. */
  #refuseLooseSign(): void {
    const at = this.#tail.search(/&(?![#A-Za-z])/);
    if (at === -1) return;
    const linesAfter = this.#tail.slice(at).split('\n').length - 1;
    this.#refuse('xml-entity', undefined, this.#parser.line - linesAfter);
  }

  #refuse(code: ProblemCode, detail?: string, row: number = this.#parser.line): never {
    this.isSound = false;
    this.#log.report(code, { file: this.#file, row, column: this.#open.join('/') || null }, detail);
    throw new Stop();
  }
}

/** `unclosed tag: state` -> `Unclosed tag: state.` */
function sentence(words: string): string {
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return text.endsWith('.') ? text : `${text}.`;
}
