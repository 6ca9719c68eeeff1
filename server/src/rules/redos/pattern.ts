import {
  anyChar,
  bothCases,
  type CharSet,
  digits,
  intersect,
  letters,
  lineBreak,
  lowers,
  negate,
  punctuation,
  range,
  single,
  space,
  union,
  uppers,
  word,
} from './charSet';

/** A regular expression as far as its way of matching matters. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly min: number;
      /** Infinity for none. */
      readonly max: number;
    }
  /** What is matched here is never tried in another way: `(?>…)`, `a++`. */
  | { readonly kind: 'atomic'; readonly item: Pattern }
  | { readonly kind: 'assertion'; readonly is: Assertion };

/** `look`: a look at what is around, or a back reference; its content does not matter. */
export type Assertion = 'start' | 'end' | 'word' | 'not-word' | 'look';

export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  /** White space and comments in the pattern mean nothing. */
  readonly extended: boolean;
  /** A bracket in a class opens another one, and `&&` is an intersection (Java, Ruby). */
  readonly nestedClasses: boolean;
}

/** What was parsed: the whole, and what stands in each look-around, which is matched on its own. */
export interface ParsedPattern {
  readonly whole: Pattern;
  readonly looks: readonly Pattern[];
}

/** Parses the syntax that JavaScript, Python, Java, Ruby and PCRE share; undefined when it is none. */
export function parsePattern(text: string, flags: PatternFlags): ParsedPattern | undefined {
  const parser = new Parser(text, flags);
  try {
    const whole = parser.choice();
    return parser.atEnd ? { whole, looks: parser.looks } : undefined;
  } catch (error) {
    if (error instanceof NoPattern) return undefined;
    throw error;
  }
}

class NoPattern extends Error {}

const maxDepth = 60;

const empty: Pattern = { kind: 'sequence', items: [] };

class Parser {
  private at = 0;
  private depth = 0;
  readonly looks: Pattern[] = [];

  constructor(
    private readonly text: string,
    private flags: PatternFlags,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  private eat(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  choice(): Pattern {
    if (++this.depth > maxDepth) throw new NoPattern();
    const before = this.flags;
    const options = [this.sequence()];
    while (this.eat('|')) options.push(this.sequence());
    this.flags = before;
    this.depth--;
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private sequence(): Pattern {
    const items: Pattern[] = [];
    while (!this.atEnd) {
      const next = this.text[this.at]!;
      if (next === '|' || next === ')') break;
      if (this.flags.extended && this.match(/\s+|#[^\n]*/y)) continue;
      items.push(this.quantified());
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  private quantified(): Pattern {
    let item = this.atom();
    for (;;) {
      const found = this.match(/(?:([*+?])|\{(\d*)(,?)(\d*)\})([+?]?)/y);
      if (!found) return item;
      const [whole, sign, from, comma, to, mode] = found;
      if (sign === undefined && from === '' && to === '') {
        this.at -= whole.length - 1;
        return { kind: 'sequence', items: [item, this.literal('{')] };
      }
      const min = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
      const max =
        sign === undefined
          ? comma === ''
            ? min
            : to === ''
              ? Infinity
              : Number(to)
          : sign === '?'
            ? 1
            : Infinity;
      const repeat: Pattern = { kind: 'repeat', item, min, max };
      item = mode === '+' ? { kind: 'atomic', item: repeat } : repeat;
    }
  }

  private atom(): Pattern {
    const next = this.text[this.at++]!;
    switch (next) {
      case '(':
        return this.group();
      case '[':
        return this.set(this.charClass());
      case '.':
        return this.set(this.flags.dotAll ? anyChar : negate(lineBreak));
      case '^':
        return { kind: 'assertion', is: 'start' };
      case '$':
        return { kind: 'assertion', is: 'end' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        throw new NoPattern();
      default:
        return this.literal(next);
    }
  }

  private literal(char: string): Pattern {
    return this.set(single(char.charCodeAt(0)));
  }

  private set(set: CharSet): Pattern {
    return { kind: 'set', set: this.flags.ignoreCase ? bothCases(set) : set };
  }

  private group(): Pattern {
    if (this.eat('?#')) {
      this.match(/[^)]*/y);
      return this.close(empty);
    }
    const flags = this.match(/\?([a-zA-Z^]*)(?:-([a-zA-Z]*))?([:)])/y);
    if (flags) {
      const [, on = '', off = '', end] = flags;
      const changed = {
        ...this.flags,
        ignoreCase: (this.flags.ignoreCase || on.includes('i')) && !off.includes('i'),
        dotAll: (this.flags.dotAll || on.includes('s')) && !off.includes('s'),
        extended: (this.flags.extended || on.includes('x')) && !off.includes('x'),
      };
      const before = this.flags;
      this.flags = changed;
      // `(?i)` holds until the group around it ends, where `choice` takes it back.
      if (end === ')') return empty;
      const item = this.choice();
      this.flags = before;
      return this.close(item);
    }
    if (this.match(/\?<?[=!]/y)) {
      this.looks.push(this.choice());
      return this.close({ kind: 'assertion', is: 'look' });
    }
    if (this.eat('?>')) return this.close({ kind: 'atomic', item: this.choice() });
    if (this.match(/\?P?[=>&(R\d+-]/y)) throw new NoPattern();
    this.match(/\?(?:P?<\w+>|'\w+'|\|)/y);
    return this.close(this.choice());
  }

  private close(item: Pattern): Pattern {
    if (!this.eat(')')) throw new NoPattern();
    return item;
  }

  private escape(): Pattern {
    const found = this.match(/[bB]|[AGKQE]|[zZ]|[1-9]\d?|k[<{']\w+[>}']/y);
    if (!found) return this.set(this.escapedSet());
    switch (found[0]) {
      case 'b':
        return { kind: 'assertion', is: 'word' };
      case 'B':
        return { kind: 'assertion', is: 'not-word' };
      case 'A':
        return { kind: 'assertion', is: 'start' };
      case 'z':
      case 'Z':
        return { kind: 'assertion', is: 'end' };
      case 'Q':
      case 'E':
      case 'K':
        throw new NoPattern();
      default:
        return { kind: 'assertion', is: 'look' };
    }
  }

  /** Behind a backslash, in a class or outside. */
  private escapedSet(): CharSet {
    const code = this.match(/x([\da-fA-F]{2})|u([\da-fA-F]{4})|[xu]\{([\da-fA-F]+)\}|c([A-Za-z])/y);
    if (code) {
      const hex = code[1] ?? code[2] ?? code[3];
      if (hex === undefined) return single(code[4]!.toUpperCase().charCodeAt(0) - 64);
      return single(Math.min(Number.parseInt(hex, 16), 0xffff));
    }
    const property = this.match(/([pP])(?:\{(\^?)([^}]*)\}|([A-Z]))/y);
    if (property) {
      const set = propertySet(property[3] ?? property[4]!);
      return (property[1] === 'P') !== (property[2] === '^') ? negate(set) : set;
    }
    const char = this.text[this.at++];
    if (char === undefined) throw new NoPattern();
    const known = classes[char];
    if (known) return known;
    return single((controls[char] ?? char).charCodeAt(0));
  }

  private charClass(): CharSet {
    if (++this.depth > maxDepth) throw new NoPattern();
    const isNegated = this.eat('^');
    let set: CharSet = [];
    let limit: CharSet | undefined;
    let isFirst = true;
    for (;;) {
      if (this.atEnd) throw new NoPattern();
      // The first bracket is a character in all but JavaScript, where an empty class is rare.
      if (!isFirst && this.eat(']')) break;
      if (isFirst && this.text.startsWith(']', this.at) && !this.text.includes(']', this.at + 1)) {
        this.at++;
        break;
      }
      isFirst = false;
      const posix = this.match(/\[:(\^?)(\w+):\]/y);
      if (posix) {
        const named = propertySet(posix[2]!);
        set = union(set, posix[1] === '^' ? negate(named) : named);
      } else if (this.flags.nestedClasses && this.eat('&&')) {
        limit = limit ? intersect(limit, set) : set;
        set = [];
      } else if (this.flags.nestedClasses && this.eat('[')) {
        set = union(set, this.charClass());
      } else {
        set = union(set, this.classRange());
      }
    }
    this.depth--;
    if (limit) set = intersect(limit, set);
    if (this.flags.ignoreCase) set = bothCases(set);
    return isNegated ? negate(set) : set;
  }

  private classRange(): CharSet {
    const from = this.classAtom();
    if (!/-[^\]]/y.test(this.text.slice(this.at, this.at + 2)) || !isSingle(from)) return from;
    const back = this.at;
    this.at++;
    const to = this.classAtom();
    if (!isSingle(to)) {
      this.at = back;
      return from;
    }
    return range(from[0]![0], to[0]![0]);
  }

  private classAtom(): CharSet {
    const char = this.text[this.at++]!;
    if (char !== '\\') return single(char.charCodeAt(0));
    if (this.eat('b')) return single(8);
    return this.escapedSet();
  }
}

function isSingle(set: CharSet): boolean {
  return set.length === 1 && set[0]![0] === set[0]![1];
}

const controls: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  0: '\0',
};

const classes: Readonly<Record<string, CharSet>> = {
  d: digits,
  D: negate(digits),
  w: word,
  W: negate(word),
  s: space,
  S: negate(space),
  h: union(single(32), single(9)),
  H: negate(union(single(32), single(9))),
  R: lineBreak,
  N: negate(lineBreak),
};

/** POSIX names and Unicode categories, roughly: enough to tell which of them overlap. */
function propertySet(name: string): CharSet {
  const key = name.toLowerCase().replace(/^(?:is|general_category=|gc=)/, '');
  const named: Readonly<Record<string, CharSet>> = {
    alnum: union(letters, digits),
    alpha: letters,
    digit: digits,
    lower: lowers,
    upper: uppers,
    punct: punctuation,
    space,
    blank: space,
    word,
    xdigit: union(digits, range(0x41, 0x46), range(0x61, 0x66)),
    print: negate(range(0, 31)),
    graph: negate(range(0, 32)),
    cntrl: range(0, 31),
    ascii: range(0, 127),
    lu: uppers,
    ll: lowers,
    any: anyChar,
  };
  const known = named[key];
  if (known) return known;
  if (key.startsWith('l')) return letters;
  if (key.startsWith('n')) return digits;
  if (key.startsWith('p') || key.startsWith('s')) return punctuation;
  if (key.startsWith('z')) return space;
  throw new NoPattern();
}
