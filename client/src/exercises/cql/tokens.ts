/** Cassandra's query language as a row of words. */

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'uuid' | 'mark' | 'end';
  /** Names in lower case unless they were quoted; texts without their quotes. */
  readonly text: string;
  readonly offset: number;
  readonly quoted?: boolean;
}

/** A place in the script that Cassandra would refuse, and what a learner can do about it. */
export class CqlError extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
    readonly seen: string,
    readonly tryNext: string,
  ) {
    super(`expected ${expected}, seen ${seen}`);
  }
}

const pattern =
  /(?<space>\s+|--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*'|\$\$[\s\S]*?\$\$)|(?<quoted>"(?:[^"]|"")*")|(?<uuid>[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})|(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w]))|(?<name>[a-z]\w*)|(?<mark><=|>=|!=|<>|[-+(){}[\],;.:?*=<>])/iy;

/**
 * The words of a script. Comments and spaces are left out; the last word has the kind `end`.
 * @throws {CqlError} where no word begins
 */
export function tokensOf(script: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < script.length) {
    pattern.lastIndex = offset;
    const match = pattern.exec(script);
    if (!match) throw unreadable(script, offset);
    const groups = match.groups!;
    if (groups.text !== undefined) {
      const text = groups.text.startsWith('$$')
        ? groups.text.slice(2, -2)
        : groups.text.slice(1, -1).replaceAll("''", "'");
      tokens.push({ kind: 'text', text, offset });
    } else if (groups.quoted !== undefined) {
      const text = groups.quoted.slice(1, -1).replaceAll('""', '"');
      tokens.push({ kind: 'name', text, offset, quoted: true });
    } else if (groups.uuid !== undefined) tokens.push({ kind: 'uuid', text: groups.uuid, offset });
    else if (groups.number !== undefined) {
      tokens.push({ kind: 'number', text: groups.number, offset });
    } else if (groups.name !== undefined) {
      tokens.push({ kind: 'name', text: groups.name.toLowerCase(), offset });
    } else if (groups.mark !== undefined) tokens.push({ kind: 'mark', text: groups.mark, offset });
    offset = pattern.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', offset: script.length });
  return tokens;
}

function unreadable(script: string, offset: number): CqlError {
  const begin = script[offset]!;
  if (begin === "'" || begin === '"') {
    return new CqlError(
      offset,
      `a closing ${begin}`,
      'a text that never ends',
      'Close the text where it ends. A quote inside a text is written twice.',
    );
  }
  return new CqlError(offset, 'a word of CQL', `\`${begin}\``, 'Remove or replace this character.');
}
