import { type ConfigNode, hashComments } from './file';
import type { Parsed } from './properties';

const assignment =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:][ \t]*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|(?!['"`])[^#\r\n]*(?:(?<=\S)#[^#\r\n]*)*|[^\r\n]*)/gm;

/**
 * Reads `.env` files: `NAME=value`, in quotes or not, over several lines when in quotes.
 * https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow
 */
export function parseDotenv(text: string): Parsed {
  const children: ConfigNode[] = [];
  for (const match of text.matchAll(assignment)) {
    const [whole, key = '', rest = ''] = match;
    const raw = rest.trimEnd();
    const start = match.index + whole.length - rest.length;
    const keyStart = match.index + whole.indexOf(key);
    const quote = /^(["'`])[\s\S]*\1$/.exec(raw)?.[1];
    children.push({
      key,
      keyAt: { start: keyStart, end: keyStart + key.length },
      start,
      end: start + raw.length,
      value: quote !== undefined && raw.length > 1 ? cook(raw.slice(1, -1), quote) : raw,
      isList: false,
      children: [],
    });
  }
  return { children, comments: hashComments(text), hasSyntaxError: false };
}

function cook(text: string, quote: string): string {
  return quote === '"' ? text.replace(/\\n/g, '\n').replace(/\\(["$\\])/g, '$1') : text;
}
