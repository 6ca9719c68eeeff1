/**
 * Expands VS Code snippets to plain text, as the editor shows them right after inserting.
 * The grammar is the one at https://code.visualstudio.com/docs/editing/userdefinedsnippets.
 * Pure: no file, no editor. The preview of the insert command and the tests share it.
 */

/** A part of a parsed snippet. */
export type SnippetNode =
  | { readonly kind: 'text'; readonly value: string }
  /** `children` is undefined for a stop without a placeholder, such as `$1`. */
  | {
      readonly kind: 'stop';
      readonly index: number;
      readonly children?: readonly SnippetNode[];
      readonly choices?: readonly string[];
    }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly children?: readonly SnippetNode[];
    };

interface ExpandOptions {
  /** Values of variables such as `TM_FILENAME`. One that is missing or empty takes its default. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What one leading tab becomes. Without it, tabs stay. */
  readonly indent?: string;
}

/** The variables that VS Code knows. It shows any other name as a placeholder with that name. */
export const KNOWN_VARIABLES: ReadonlySet<string> = new Set([
  'BLOCK_COMMENT_END',
  'BLOCK_COMMENT_START',
  'CLIPBOARD',
  'CURRENT_DATE',
  'CURRENT_DAY_NAME',
  'CURRENT_DAY_NAME_SHORT',
  'CURRENT_HOUR',
  'CURRENT_MINUTE',
  'CURRENT_MONTH',
  'CURRENT_MONTH_NAME',
  'CURRENT_MONTH_NAME_SHORT',
  'CURRENT_SECOND',
  'CURRENT_SECONDS_UNIX',
  'CURRENT_TIMEZONE_OFFSET',
  'CURRENT_YEAR',
  'CURRENT_YEAR_SHORT',
  'CURSOR_INDEX',
  'CURSOR_NUMBER',
  'LINE_COMMENT',
  'RANDOM',
  'RANDOM_HEX',
  'RELATIVE_FILEPATH',
  'SELECTION',
  'TM_CURRENT_LINE',
  'TM_CURRENT_WORD',
  'TM_DIRECTORY',
  'TM_DIRECTORY_BASE',
  'TM_FILENAME',
  'TM_FILENAME_BASE',
  'TM_FILEPATH',
  'TM_LINE_INDEX',
  'TM_LINE_NUMBER',
  'TM_SELECTED_TEXT',
  'UUID',
  'WORKSPACE_FOLDER',
  'WORKSPACE_NAME',
]);

/** Placeholders nested deeper than this stay text, so that no input can overflow the stack. */
const MAX_DEPTH = 100;

/**
 * Parses the body of a snippet. Never throws: what is not a complete construct is text,
 * as in VS Code.
 */
export function parseSnippet(body: string): SnippetNode[] {
  return new Parser(body).parse();
}

/**
 * The text that the editor shows when the snippet has just been inserted: placeholders with their
 * defaults, the first of several choices, mirrors filled in. Transforms change only what a person
 * types later, so they are read past and the plain value is taken.
 */
export function expandSnippet(
  body: string | readonly string[],
  options: ExpandOptions = {},
): string {
  const nodes = parseSnippet(typeof body === 'string' ? body : body.join('\n'));
  const text = render(nodes, definitions(nodes), options.variables ?? {}, new Set());
  const { indent } = options;
  return indent === undefined ? text : text.replace(/^\t+/gm, (tabs) => indent.repeat(tabs.length));
}

/** The numbers of the tab stops in a snippet, each once, in rising order. */
export function tabStops(nodes: readonly SnippetNode[]): number[] {
  const found = new Set<number>();
  const visit = (node: SnippetNode): void => {
    if (node.kind === 'stop') {
      found.add(node.index);
    }
    if (node.kind !== 'text') {
      node.children?.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return [...found].sort((a, b) => a - b);
}

/** For each stop the first placeholder in the text: it gives every mirror its value. */
function definitions(nodes: readonly SnippetNode[]): Map<number, readonly SnippetNode[]> {
  const found = new Map<number, readonly SnippetNode[]>();
  const visit = (node: SnippetNode): void => {
    if (node.kind === 'text') {
      return;
    }
    if (node.kind === 'stop' && node.children !== undefined && !found.has(node.index)) {
      found.set(node.index, node.children);
    }
    node.children?.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

function render(
  nodes: readonly SnippetNode[],
  defaults: ReadonlyMap<number, readonly SnippetNode[]>,
  variables: Readonly<Record<string, string>>,
  open: ReadonlySet<number>,
): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      text += node.value;
    } else if (node.kind === 'stop') {
      // A placeholder that holds its own number would never end.
      if (!open.has(node.index)) {
        const content = node.children ?? defaults.get(node.index) ?? [];
        text += render(content, defaults, variables, new Set(open).add(node.index));
      }
    } else {
      const value = Object.hasOwn(variables, node.name) ? variables[node.name] : '';
      if (value) {
        text += value;
      } else if (node.children !== undefined) {
        text += render(node.children, defaults, variables, open);
      } else if (!KNOWN_VARIABLES.has(node.name)) {
        text += node.name;
      }
    }
  }
  return text;
}

class Parser {
  private position = 0;

  constructor(private readonly source: string) {}

  parse(): SnippetNode[] {
    return this.sequence(0, false).nodes;
  }

  /** Reads parts up to the end, or up to the brace that closes a placeholder. */
  private sequence(depth: number, inBraces: boolean): { nodes: SnippetNode[]; closed: boolean } {
    const nodes: SnippetNode[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') {
        nodes.push({ kind: 'text', value: text });
        text = '';
      }
    };

    while (this.position < this.source.length) {
      const character = this.source[this.position]!;
      if (character === '}' && inBraces) {
        this.position += 1;
        flush();
        return { nodes, closed: true };
      }
      if (character === '\\' && /[$}\\]/.test(this.source[this.position + 1] ?? '')) {
        text += this.source[this.position + 1];
        this.position += 2;
        continue;
      }
      const special = character === '$' && depth < MAX_DEPTH ? this.special(depth) : undefined;
      if (special === undefined) {
        text += character;
        this.position += 1;
        continue;
      }
      flush();
      nodes.push(...special);
    }
    flush();
    return { nodes, closed: false };
  }

  /** Reads what starts with `$`. Gives undefined, and moves nothing, when it is plain text. */
  private special(depth: number): SnippetNode[] | undefined {
    const simple = this.match(/\$(?:(\d+)|([A-Za-z_]\w*))/y);
    if (simple) {
      return [named(simple[1], simple[2])];
    }

    const start = this.position;
    const head = this.match(/\$\{(?:(\d+)|([A-Za-z_]\w*))/y);
    if (!head) {
      return undefined;
    }
    const [opening, index, name] = head;

    if (this.match(/\}/y)) {
      return [named(index, name)];
    }
    if (index !== undefined && this.source[this.position] === '|') {
      const choices = this.choices();
      if (choices) {
        const children: SnippetNode[] = [{ kind: 'text', value: choices[0]! }];
        return [{ kind: 'stop', index: Number(index), children, choices }];
      }
    } else if (this.source[this.position] === '/') {
      if (this.skipTransform()) {
        return [named(index, name)];
      }
    } else if (this.match(/:/y)) {
      const { nodes, closed } = this.sequence(depth + 1, true);
      // Without its closing brace the opening is text; what follows still counts.
      return closed
        ? [named(index, name, nodes)]
        : [{ kind: 'text', value: `${opening}:` }, ...nodes];
    }
    this.position = start;
    return undefined;
  }

  /** Reads `|one,two|}`. Gives undefined when it is not complete. */
  private choices(): string[] | undefined {
    const choices: string[] = [];
    let choice = '';
    for (let at = this.position + 1; at < this.source.length; at += 1) {
      const character = this.source[at]!;
      if (character === '|') {
        if (this.source[at + 1] !== '}') {
          return undefined;
        }
        this.position = at + 2;
        return [...choices, choice];
      }
      if (character === ',') {
        choices.push(choice);
        choice = '';
        continue;
      }
      if (character === '\\' && /[\\,|]/.test(this.source[at + 1] ?? '')) {
        at += 1;
      }
      choice += this.source[at];
    }
    return undefined;
  }

  /** Reads past `/regex/format/options}`; says whether it was complete. */
  private skipTransform(): boolean {
    let slashes = 0;
    let braces = 0;
    for (let at = this.position; at < this.source.length; at += 1) {
      const character = this.source[at];
      if (character === '\\') {
        at += 1;
      } else if (slashes === 2 && character === '$' && this.source[at + 1] === '{') {
        // The format may hold `${1:/upcase}`, whose slash and brace do not count.
        braces += 1;
        at += 1;
      } else if (braces > 0) {
        braces -= character === '}' ? 1 : 0;
      } else if (character === '/' && slashes < 3) {
        slashes += 1;
      } else if (character === '}' && slashes === 3) {
        this.position = at + 1;
        return true;
      }
    }
    return false;
  }

  /** Matches a sticky pattern here and moves past it. */
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.source);
    if (found) {
      this.position += found[0].length;
    }
    return found ?? undefined;
  }
}

function named(
  index: string | undefined,
  name: string | undefined,
  children?: readonly SnippetNode[],
): SnippetNode {
  if (index !== undefined) {
    return { kind: 'stop', index: Number(index), children };
  }
  return { kind: 'variable', name: name ?? '', children };
}
