import { expandSnippet } from './expand';

/** One entry of index.json: a snippet file and what it is for. */
export interface SnippetGroup {
  readonly id: string;
  readonly label: string;
  /** Language ids of VS Code. The first one is the language of a snippet if nothing else is said. */
  readonly languages: readonly string[];
  readonly file: string;
  readonly order: number;
  /** Language ids of the few snippets that are not in the first language, by topic. */
  readonly languageOf?: Readonly<Record<string, string>>;
  /** Snippets that belong inside something else, by topic. All others are whole files. */
  readonly partial?: Readonly<Record<string, 'member' | 'statements'>>;
}

/** One snippet in a snippet file, in the format of VS Code. */
interface SnippetDefinition {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export interface Snippet {
  /** The same as the prefix, for example `bt-express-route`. */
  readonly id: string;
  readonly group: string;
  /** The id without its beginning, for example `route`. */
  readonly topic: string;
  readonly name: string;
  readonly description: string;
  /** A language id of VS Code. */
  readonly language: string;
  /** The snippet as VS Code inserts it, lines joined. */
  readonly body: string;
  /** What a person sees right after inserting. */
  readonly expandedText: string;
  /** The expanded text inside what makes a whole file of it: a class, or a PHP opening tag. */
  readonly fileText: string;
}

const FOUR_SPACES: ReadonlySet<string> = new Set(['java', 'php', 'python']);

/**
 * Loads every snippet, in the order of the index.
 * @param read gives the text of a file in the snippets folder, by its name
 * @throws what `read` throws, and SyntaxError when a file is not JSON
 */
export async function loadSnippets(read: (file: string) => Promise<string>): Promise<Snippet[]> {
  const groups = JSON.parse(await read('index.json')) as SnippetGroup[];
  const snippets: Snippet[] = [];
  for (const group of groups.sort((a, b) => a.order - b.order)) {
    const file = JSON.parse(await read(group.file)) as Record<string, SnippetDefinition>;
    for (const [name, definition] of Object.entries(file)) {
      snippets.push(toSnippet(group, name, definition));
    }
  }
  return snippets;
}

function toSnippet(group: SnippetGroup, name: string, definition: SnippetDefinition): Snippet {
  const topic = definition.prefix.slice(`bt-${group.id}-`.length);
  const language = group.languageOf?.[topic] ?? group.languages[0] ?? 'plaintext';
  const indent = FOUR_SPACES.has(language) ? '    ' : '  ';
  const body = definition.body.join('\n');
  const expandedText = expandSnippet(body, { indent });
  return {
    id: definition.prefix,
    group: group.id,
    topic,
    name,
    description: definition.description,
    language,
    body,
    expandedText,
    fileText: wrap(language, group.partial?.[topic], expandedText),
  };
}

/** Puts a part of a file into the smallest whole file that may hold it. */
function wrap(
  language: string,
  partial: 'member' | 'statements' | undefined,
  text: string,
): string {
  if (language === 'java' && partial === 'member') {
    return `class Example {\n${text}\n}\n`;
  }
  if (language === 'php' && partial === 'statements') {
    return `<?php\n\n${text}\n`;
  }
  return `${text}\n`;
}
