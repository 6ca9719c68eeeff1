import type { HttpRequest } from './parse';

/** What `{{$dotenv NAME}}` and `{{$processEnv NAME}}` stand for: values that are in no file of requests. */

const PLACE = /\{\{\s*\$(dotenv|processEnv)\s+(\w+)\s*\}\}/g;

/** The settings of a `.env` file. */
export function parseSettings(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, name = '', value = ''] = match;
    const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
    settings.set(name, quoted ?? value.replace(/\s+#.*$/, ''));
  }
  return settings;
}

/** The request with its settings filled in, or what is missing. */
export function withSettings(
  request: HttpRequest,
  dotenv: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly request: HttpRequest } | { readonly missing: string } {
  let missing: string | undefined;
  const fill = (text: string) =>
    text.replace(PLACE, (whole, source: string, name: string) => {
      const value = source === 'dotenv' ? dotenv.get(name) : environment[name];
      if (value !== undefined) return value;
      missing ??=
        source === 'dotenv'
          ? `${name} is not set: write ${name}=… into a file .env beside this one.`
          : `${name} is not set in the environment.`;
      return whole;
    });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, fill(value)]),
  );
  const body = request.body === undefined ? undefined : fill(request.body);
  const filled = { ...request, url: fill(request.url), headers, body };
  return missing === undefined ? { request: filled } : { missing };
}
