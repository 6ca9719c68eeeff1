import type { Comment, Span } from '../ir/types';

/** What kinds of configuration file are read. A `.yml` that is none of them is not analysed. */
export const configLanguages = [
  'dockerfile',
  'compose',
  'workflow',
  'spring',
  'dotenv',
  'npm',
  'rails',
] as const;

export type ConfigLanguage = (typeof configLanguages)[number];

/** A value in a configuration file. The span is that of the value, with its quotes. */
export interface ConfigNode extends Span {
  /** Name in its map, or number in its list; empty for the root. */
  readonly key: string;
  readonly keyAt: Span;
  /** The text of a scalar, without quotes and escapes; undefined for maps and lists. */
  readonly value: string | undefined;
  readonly isList: boolean;
  readonly children: readonly ConfigNode[];
}

/** A configuration file as data, whatever format it is written in. */
export interface ConfigFile {
  readonly language: ConfigLanguage;
  /** Base name of the file. */
  readonly name: string;
  readonly text: string;
  /** What the name of the file, or of the folder, says that it is for. */
  readonly purpose: Purpose;
  readonly root: ConfigNode;
  readonly comments: readonly Comment[];
  /** The text breaks the rules of its format: half typed, or wrong. */
  readonly hasSyntaxError: boolean;
}

/** `general` when the name says nothing: then the file counts for production as well. */
export type Purpose = 'production' | 'development' | 'test' | 'example' | 'general';

/** The value at a path of keys; undefined when there is none. */
export function at(
  node: ConfigNode | undefined,
  ...path: readonly string[]
): ConfigNode | undefined {
  let found = node;
  for (const key of path) found = found?.children.find((child) => child.key === key);
  return found;
}

/** All scalars below a node with the keys that lead there, in the order of the text. */
export function* scalars(
  node: ConfigNode,
  path: readonly string[] = [],
): Generator<{ readonly path: readonly string[]; readonly node: ConfigNode & { value: string } }> {
  if (node.value !== undefined) yield { path, node: { ...node, value: node.value } };
  for (const child of node.children) yield* scalars(child, [...path, child.key]);
}

/** Comments that begin with `#`, at the start of a line or behind a space. */
export function hashComments(text: string): Comment[] {
  const found: Comment[] = [];
  for (const match of text.matchAll(/(?<=^|[ \t])#+[^\n]*/gm)) {
    const start = match.index;
    const line = match[0].trimEnd();
    found.push({ start, end: start + line.length, text: line.replace(/^#+/, '').trim() });
  }
  return found;
}
