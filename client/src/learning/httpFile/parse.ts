/** Files of HTTP requests (`.http`, `.rest`), in the form that VS Code's and JetBrains' clients share. */

export interface HttpRequest {
  /** What stands behind `###`, or the request's own line. */
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The line of the method and the address, from 0. */
  readonly line: number;
}

export interface HttpMistake {
  readonly line: number;
  readonly message: string;
}

const METHODS = new Set('GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT'.split(' '));

/** Requests are parted by lines that begin with `###`; `@name = value` defines what `{{name}}` stands for. */
export function parseHttpFile(text: string): {
  requests: readonly HttpRequest[];
  mistakes: readonly HttpMistake[];
} {
  const lines = text.split(/\r?\n/);
  const variables = new Map<string, string>();
  const requests: HttpRequest[] = [];
  const mistakes: HttpMistake[] = [];
  let start = 0;
  let name = '';
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    if (line !== undefined && !line.startsWith('###')) continue;
    const part = parsePart(lines.slice(start, index), start, name, variables);
    if (part && 'message' in part) mistakes.push(part);
    else if (part) requests.push(part);
    name = line?.replace(/^#+/, '').trim() ?? '';
    start = index + 1;
  }
  return { requests, mistakes };
}

function parsePart(
  lines: readonly string[],
  offset: number,
  name: string,
  variables: Map<string, string>,
): HttpRequest | HttpMistake | undefined {
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at]!.trim();
    const variable = /^@([\w-]+)\s*=\s*(.*)$/.exec(line);
    if (variable) variables.set(variable[1]!, fill(variable[2]!, variables));
    else if (line !== '' && !/^(?:#|\/\/)/.test(line)) break;
  }
  const first = lines[at]?.trim();
  if (first === undefined) return undefined;
  const line = offset + at;
  const match = /^(?:([A-Za-z]+)\s+)?(\S+)(?:\s+HTTP\/\d(?:\.\d)?)?$/.exec(first);
  const method = (match?.[1] ?? 'GET').toUpperCase();
  if (!match || !METHODS.has(method)) {
    return {
      line,
      message: 'A request begins with a method and an address, such as GET http://localhost:3000/',
    };
  }
  const url = fill(match[2]!, variables);
  const unknown = /\{\{\s*([\w-]+)\s*\}\}/.exec(
    lines
      .slice(at)
      .map((each) => fill(each, variables))
      .join('\n'),
  );
  if (unknown)
    return { line, message: `{{${unknown[1]}}} is not defined: write @${unknown[1]} = … above.` };
  if (!/^https?:\/\/[^/]/i.test(url)) {
    return { line, message: `The address begins with http:// or https://, and this one is ${url}` };
  }
  const headers: Record<string, string> = {};
  for (at++; at < lines.length && lines[at]!.trim() !== ''; at++) {
    const header = /^([^:\s]+)\s*:\s*(.*)$/.exec(lines[at]!);
    if (!header)
      return {
        line: offset + at,
        message: 'A header is written as Name: value; an empty line comes before the body.',
      };
    headers[header[1]!] = fill(header[2]!.trim(), variables);
  }
  const body = fill(lines.slice(at + 1).join('\n'), variables).trim();
  return {
    name: name || `${method} ${url}`,
    method,
    url,
    headers,
    body: body === '' ? undefined : body,
    line,
  };
}

function fill(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\{\{\s*([\w-]+)\s*\}\}/g,
    (whole, name: string) => variables.get(name) ?? whole,
  );
}
