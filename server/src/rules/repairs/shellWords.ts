import type { TextPiece, Value } from '../../engine/values';
import type { Expr, Span, StringBuild } from '../../ir/types';
import { nodesAt, quote, source } from '../edits';
import type { RuleContext } from '../rule';

/** Reads the text of a command as a POSIX shell does, with data in it. */

/** One argument of a program: texts and data, in order. */
export type Word = readonly (string | Expr)[];

/** Where a piece of data stands in a command. */
export interface Hole {
  readonly node: Expr;
  readonly value: Value;
  /** The quotes of the shell around it; undefined outside of them. */
  readonly quote: "'" | '"' | undefined;
  /** Nothing else stands in these quotes. */
  readonly alone: boolean;
  /** It begins an argument. */
  readonly begins: boolean;
}

/** The pieces that a command is made of; one piece of data where nothing is known of it. */
export function piecesOf(value: Value, node: Expr): readonly TextPiece[] {
  const known = value.constant?.value;
  if (typeof known === 'string') return [{ text: known, node }];
  const pieces = value.text?.pieces ?? [{ text: undefined, node, value }];
  return pieces.flatMap((piece) =>
    piece.text === undefined && piece.value.text ? piecesOf(piece.value, piece.node) : [piece],
  );
}

const meta = /[|&;<>()$`*?[\]{}#!\n\\]/;
const metaInDouble = /[$`\\]/;

/**
 * The arguments of a command that needs no shell, the program first; undefined where one is needed:
 * for pipes, redirections, patterns of file names, variables.
 *
 * @param plain a command that is split at blanks and not read by a shell
 */
export function wordsOf(pieces: readonly TextPiece[], plain = false): readonly Word[] | undefined {
  const words: (string | Expr)[][] = [];
  let current: (string | Expr)[] | undefined;
  let mark: string | undefined;
  const add = (part: string | Expr) => {
    current ??= [];
    const last = current.at(-1);
    if (typeof part === 'string' && typeof last === 'string') {
      current[current.length - 1] = last + part;
    } else {
      current.push(part);
    }
  };
  for (const piece of pieces) {
    if (piece.text === undefined) {
      add(piece.node);
      continue;
    }
    for (const char of piece.text) {
      if (mark !== undefined) {
        if (char === mark) mark = undefined;
        else if (mark === '"' && metaInDouble.test(char)) return undefined;
        else add(char);
      } else if (!plain && (char === "'" || char === '"')) {
        mark = char;
        add('');
      } else if (/\s/.test(char) && (plain || char !== '\n')) {
        if (current) words.push(current);
        current = undefined;
      } else if (!plain && (meta.test(char) || (char === '~' && !current))) return undefined;
      else add(char);
    }
  }
  if (mark !== undefined) return undefined;
  if (current) words.push(current);
  const cleaned = words.map((word) =>
    word.length > 1 ? word.filter((part) => part !== '') : word,
  );
  const program = cleaned[0]?.length === 1 ? cleaned[0][0] : undefined;
  if (program === undefined || (typeof program === 'string' && !isProgram(program))) {
    return undefined;
  }
  return cleaned;
}

/** Commands that only a shell has, or that mean another thing there. */
const builtIns =
  /^(?:cd|export|source|\.|set|unset|alias|eval|exec|exit|ulimit|umask|type|read|trap|wait|start|dir|copy|del|call|ver|cls|md|rd|if|for|while|case|function|time|command)$/i;

function isProgram(word: string): boolean {
  return word !== '' && !builtIns.test(word) && !/^\w+=/.test(word);
}

/** Each piece of data with what stands around it. */
export function holesOf(pieces: readonly TextPiece[]): readonly Hole[] {
  const holes: Hole[] = [];
  let mark: "'" | '"' | undefined;
  let inWord = false;
  let inQuotes = '';
  for (const [i, piece] of pieces.entries()) {
    if (piece.text === undefined) {
      const next = pieces[i + 1]?.text;
      const alone = mark !== undefined && inQuotes === '' && next?.[0] === mark;
      const begins = mark === undefined ? !inWord : inQuotes === '' && !inWord;
      holes.push({ node: piece.node, value: piece.value, quote: mark, alone, begins });
      inWord = true;
      inQuotes += 'x';
      continue;
    }
    let escaped = false;
    for (const char of piece.text) {
      if (escaped) escaped = false;
      else if (char === '\\' && mark !== "'") escaped = true;
      else if (mark !== undefined) {
        if (char === mark) {
          mark = undefined;
          inWord = true;
        } else inQuotes += char;
      } else if (char === "'" || char === '"') {
        mark = char;
        inQuotes = '';
      } else inWord = !/[\s|&;<>()]/.test(char);
    }
  }
  return holes;
}

/**
 * Programs that take `--` in front of what is no option, with their options that take no value.
 * https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap12.html, guideline 10.
 */
const endsOptions: Readonly<Record<string, RegExp>> = {
  cat: /^-[A-Za-z]+$/,
  ls: /^-[A-Za-z1]+$/,
  wc: /^-[cmlwL]+$/,
  rm: /^-[rfivRd]+$/,
  rmdir: /^-[pv]+$/,
  cp: /^-[abdfiHlLnPpRrsuvx]+$/,
  mv: /^-[bfinuv]+$/,
  mkdir: /^-[pv]+$/,
  touch: /^-[acm]+$/,
  file: /^-[bizLks]+$/,
  stat: /^-[Lt]+$/,
  du: /^-[abchklmsSx]+$/,
  grep: /^-[EFGPivnwxcloqsRrHhaILz]+$/,
  head: /^$/,
  tail: /^-[fFr]+$/,
  sort: /^-[bdfghinRrVu]+$/,
  md5sum: /^-[bt]+$/,
  sha1sum: /^-[bt]+$/,
  sha256sum: /^-[bt]+$/,
  gzip: /^-[cdfklnqrtv\d]+$/,
  gunzip: /^-[cfklnqrtv]+$/,
  chmod: /^-[Rcfv]+$/,
  ping: /^$/,
};

/**
 * Where `--` has to stand so that an argument made of data is no option; undefined where it needs
 * none, or where it is not known that the program takes it.
 */
export function endOfOptions(words: readonly Word[]): number | undefined {
  const program = words[0]?.[0];
  const flags = typeof program === 'string' ? endsOptions[program.replace(/^.*\//, '')] : undefined;
  if (!flags) return undefined;
  const first = words.findIndex((word, i) => i > 0 && typeof word[0] !== 'string');
  if (first < 0) return undefined;
  const before = words.slice(1, first);
  const isFlag = (word: Word) =>
    word.length === 1 && typeof word[0] === 'string' && flags.test(word[0]);
  if (!before.every(isFlag)) return undefined;
  const startsWithDash = (word: Word) => typeof word[0] === 'string' && word[0].startsWith('-');
  return words.slice(first).some(startsWithDash) ? undefined : first;
}

/** A text literal of the language that says just this. */
export function literalText(text: string, context: RuleContext): string {
  const { language } = context.module;
  const q = language === 'java' ? '"' : quote(context.text);
  const mark = text.includes(q) && !text.includes(q === '"' ? "'" : '"') && language !== 'java';
  const by = mark ? (q === '"' ? "'" : '"') : q;
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(by, `\\${by}`);
  const interpolates =
    by === '"' && language === 'php'
      ? escaped.replaceAll('$', '\\$')
      : by === '"' && language === 'ruby'
        ? escaped.replaceAll('#', '\\#')
        : escaped;
  return by + interpolates + by;
}

/** How an argument is written in the language; undefined where its data cannot be put in. */
export function wordText(
  word: Word,
  context: RuleContext,
  asText: (node: Expr, written: string) => string,
): string | undefined {
  const { language } = context.module;
  const [only] = word;
  if (only === undefined || (word.length === 1 && typeof only === 'string')) {
    return literalText(typeof only === 'string' ? only : '', context);
  }
  const written = word.map((part) => (typeof part === 'string' ? part : outside(part, context)));
  if (written.some((part) => part === undefined)) return undefined;
  const parts = written as readonly string[];
  if (word.length === 1 && typeof only !== 'string') return asText(only, parts[0]!);
  const isText = (i: number) => typeof word[i] === 'string';
  switch (language) {
    case 'javascript':
    case 'typescript': {
      const inside = parts.map((part, i) =>
        isText(i) ? part.replace(/[\\`]|\$(?=\{)/g, '\\$&') : `\${${part}}`,
      );
      return `\`${inside.join('')}\``;
    }
    case 'ruby': {
      const inside = parts.map((part, i) =>
        isText(i) ? part.replace(/["\\#]/g, '\\$&') : `#{${part}}`,
      );
      return `"${inside.join('')}"`;
    }
    case 'python': {
      const code = parts.filter((_, i) => !isText(i)).join('');
      const q = quote(context.text);
      const other = q === '"' ? "'" : '"';
      const by = [q, other].find((one) => !code.includes(one));
      if (by === undefined || /[\\\n]/.test(code)) {
        return parts
          .map((part, i) => (isText(i) ? literalText(part, context) : `str(${part})`))
          .join(' + ');
      }
      const inside = parts.map((part, i) =>
        isText(i)
          ? part.replaceAll('\\', '\\\\').replaceAll(by, `\\${by}`).replace(/[{}]/g, '$&$&')
          : `{${part}}`,
      );
      return `f${by}${inside.join('')}${by}`;
    }
    case 'java':
    case 'php': {
      const by = language === 'java' ? ' + ' : ' . ';
      return parts.map((part, i) => (isText(i) ? literalText(part, context) : part)).join(by);
    }
  }
}

/** Data as it is written outside of a text. */
function outside(node: Expr, context: RuleContext): string | undefined {
  const written = source(context, node);
  if (/^(?:binary|conditional|function|assign|sequence)$/.test(node.kind)) return `(${written})`;
  if (context.module.language === 'php' && /^\w+\[/.test(written)) return undefined;
  return written;
}

/** How a hole is written: with the marks of a template around it, or its placeholder. */
export function holeSpan(node: Expr, { module, text }: RuleContext): Span {
  const build = nodesAt(module, node).findLast(
    (around): around is StringBuild => around.kind === 'string' && around.parts.includes(node),
  );
  if (build?.holes) {
    const isText = (part: Expr) => part.kind === 'literal' && typeof part.value === 'string';
    const at = build.parts.filter((part) => !isText(part)).indexOf(node);
    return build.holes[at] ?? node;
  }
  const before = /(?:\$|#)?\{\s*$/.exec(text.slice(Math.max(0, node.start - 8), node.start));
  const after = /^\s*\}/.exec(text.slice(node.end, node.end + 8));
  if (!before || !after || build?.style !== 'template') return node;
  return { start: node.start - before[0].length, end: node.end + after[0].length };
}
