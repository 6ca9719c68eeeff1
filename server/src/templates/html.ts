import type { Comment } from '../ir/types';
import { type Attribute, type Place, type Tag, textPlace } from './template';

/** What a page looks like around the marks of its template. */
export interface Page {
  /** The place of each output, by its start. */
  readonly places: ReadonlyMap<number, Place>;
  readonly attributes: readonly Attribute[];
  readonly comments: readonly Comment[];
  readonly hasElements: boolean;
}

/**
 * Reads a page as a browser does, with the tags of the template as opaque pieces. Every text is
 * read; what is half typed lasts until its end.
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 *
 * @param tags in order, without overlap
 */
export function readPage(text: string, tags: readonly Tag[]): Page {
  const scanner = new Scanner(text, tags);
  scanner.run();
  return scanner;
}

/** Elements whose content is no markup. */
const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

class Scanner implements Page {
  readonly places = new Map<number, Place>();
  readonly attributes: Attribute[] = [];
  readonly comments: Comment[] = [];
  hasElements = false;
  private at = 0;
  private nextTag = 0;

  constructor(
    private readonly text: string,
    private readonly tags: readonly Tag[],
  ) {}

  run(): void {
    while (this.at < this.text.length) {
      if (this.takeTag({ kind: 'text' })) continue;
      if (this.text[this.at] !== '<') this.at++;
      else if (this.text.startsWith('<!--', this.at)) this.comment();
      else if (/[a-z]/i.test(this.text[this.at + 1] ?? '')) this.element();
      else this.at++;
    }
  }

  /** Passes a tag of the template that begins here. */
  private takeTag(place: Partial<Place> & Pick<Place, 'kind'>): boolean {
    let tag = this.tags[this.nextTag];
    while (tag && tag.start < this.at) tag = this.tags[++this.nextTag];
    if (tag?.start !== this.at) return false;
    if (tag.kind === 'output') {
      this.places.set(tag.start, { ...textPlace, ...place });
    }
    this.at = Math.max(tag.end, this.at + 1);
    return true;
  }

  private comment(): void {
    const start = this.at;
    this.at += 4;
    while (this.at < this.text.length && !this.text.startsWith('-->', this.at)) {
      if (!this.takeTag({ kind: 'comment' })) this.at++;
    }
    const inner = this.text.slice(start + 4, this.at);
    this.at = Math.min(this.at + 3, this.text.length);
    this.comments.push({ start, end: this.at, text: inner.trim() });
  }

  private element(): void {
    this.hasElements = true;
    const start = this.at + 1;
    this.at = start;
    while (/[^\s/>]/.test(this.text[this.at] ?? '>') && !this.isAtTag()) this.at++;
    const name = this.text.slice(start, this.at).toLowerCase();
    const type = this.tagContent(name);
    if (rawElements.has(name) && this.text[this.at - 2] !== '/') this.rawContent(name, type);
  }

  private isAtTag(): boolean {
    let tag = this.tags[this.nextTag];
    while (tag && tag.start < this.at) tag = this.tags[++this.nextTag];
    return tag?.start === this.at;
  }

  /** Attributes up to `>`. @returns the attribute `type` */
  private tagContent(element: string): string | undefined {
    let type: string | undefined;
    while (this.at < this.text.length) {
      if (this.takeTag({ kind: 'tag', element })) continue;
      const char = this.text[this.at] ?? '';
      if (char === '>') {
        this.at++;
        break;
      }
      // A new element begins: this one was never closed.
      if (char === '<') break;
      if (/[\s/]/.test(char)) {
        this.at++;
        continue;
      }
      const value = this.attribute(element);
      if (value?.name === 'type') type = value.text.toLowerCase();
    }
    return type;
  }

  private attribute(element: string): { name: string; text: string } | undefined {
    const start = this.at;
    this.at++;
    while (/[^\s=/><]/.test(this.text[this.at] ?? '>') && !this.isAtTag()) this.at++;
    const written = this.text.slice(start, this.at);
    const nameAt = { start, end: this.at };
    const afterName = /^\s*=\s*/.exec(this.text.slice(this.at, this.at + 50))?.[0];
    if (afterName === undefined) return undefined;
    this.at += afterName.length;
    const name = written.toLowerCase();
    const valueAt = this.value(element, name);
    this.attributes.push({ element, name: written, nameAt, valueAt });
    return { name, text: this.text.slice(valueAt.start, valueAt.end) };
  }

  private value(element: string, attribute: string): { start: number; end: number } {
    const quote = this.text[this.at];
    const isQuoted = (quote === '"' || quote === "'") && !this.isAtTag();
    if (isQuoted) this.at++;
    const start = this.at;
    const isEnd = isQuoted
      ? () => this.text[this.at] === quote
      : () => /[\s>]/.test(this.text[this.at] ?? '>');
    while (this.at < this.text.length) {
      const isStart = this.text.slice(start, this.at).trim() === '';
      const kind = isQuoted ? 'attribute' : 'unquoted';
      if (this.takeTag({ kind, element, attribute, isStart })) continue;
      if (isEnd()) break;
      this.at++;
    }
    const end = this.at;
    if (isQuoted && this.at < this.text.length) this.at++;
    return { start, end };
  }

  private rawContent(element: string, type: string | undefined): void {
    const kind = placeIn(element, type);
    // A template inside a script element is a page of its own.
    if (kind === undefined) return;
    let quote = '';
    while (this.at < this.text.length && !this.closes(element)) {
      if (this.takeTag({ kind, isQuoted: quote !== '' })) continue;
      const char = this.text[this.at] ?? '';
      if (kind === 'script') quote = this.quoteAfter(quote, char);
      this.at++;
    }
  }

  private closes(element: string): boolean {
    return (
      this.text.startsWith('</', this.at) &&
      this.text.slice(this.at + 2, this.at + 2 + element.length).toLowerCase() === element
    );
  }

  /** The quote that the script is in behind this character. A string ends with its line. */
  private quoteAfter(quote: string, char: string): string {
    if (quote === '') {
      if (char === '/' && this.text[this.at + 1] === '/') return '//';
      return char === '"' || char === "'" || char === '`' ? char : '';
    }
    if (char === '\\' && quote !== '//') this.at++;
    if (char === '\n' && quote !== '`') return '';
    return char === quote ? '' : quote;
  }
}

function placeIn(element: string, type: string | undefined): Place['kind'] | undefined {
  if (element === 'style') return 'style';
  if (element !== 'script') return 'text';
  if (type === undefined || type === '' || /javascript|ecmascript|^module$|babel|jsx/.test(type))
    return 'script';
  return /html|template|handlebars|mustache/.test(type) ? undefined : 'data';
}
