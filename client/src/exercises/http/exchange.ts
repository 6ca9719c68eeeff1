import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** One HTTP request and its answer, with nothing added or hidden: no redirects, no retries. */

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as `application/json`. */
  readonly json?: unknown;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as `multipart/form-data`, together with `form`. */
  readonly files?: readonly {
    readonly field: string;
    readonly name: string;
    readonly type: string;
    readonly content: string | Buffer;
  }[];
  /** Sent as it is; say its type in `headers`. */
  readonly body?: string | Buffer;
  /** Limit for the whole answer, 10,000 when not given. */
  readonly timeoutMs?: number;
}

export interface Answer {
  /** `GET /products`: what was asked. */
  readonly asked: string;
  readonly status: number;
  /** Names in lower case; several values joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The lines of `Set-Cookie`. */
  readonly setCookies: readonly string[];
  readonly text: string;
  /** The body as JSON; undefined when it is not JSON. */
  readonly json: unknown;
}

/** The server did not answer: what happened, in plain words. */
export class NoAnswer extends Error {}

const LIMIT_MS = 10_000;
const MAX_BODY = 4 * 1024 * 1024;

/**
 * @param url the whole address, on 127.0.0.1
 * @param path sent as written, so that `..` and `%2e` arrive
 * @throws {NoAnswer} when there is none within the limit
 */
export function exchange(
  method: string,
  url: URL,
  path: string,
  options: RequestOptions,
): Promise<Answer> {
  const { headers, body } = encode(options);
  const asked = `${method} ${path}`;
  const limit = options.timeoutMs ?? LIMIT_MS;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: url.hostname, port: url.port, method, path, headers, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= MAX_BODY) chunks.push(chunk);
        });
        incoming.on('error', (error) =>
          reject(new NoAnswer(`${asked} broke off: ${error.message}`)),
        );
        incoming.on('end', () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            asked,
            status: incoming.statusCode ?? 0,
            headers: joined(incoming.headers),
            setCookies: incoming.headers['set-cookie'] ?? [],
            text,
            json: parsed(text),
          });
        });
      },
    );
    const timer = setTimeout(() => {
      reject(new NoAnswer(`${asked} got no answer within ${limit / 1000} s`));
      outgoing.destroy();
    }, limit);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const why =
        error.code === 'ECONNREFUSED'
          ? 'nobody listens there'
          : `the connection broke (${error.message})`;
      reject(new NoAnswer(`${asked} got no answer: ${why}`));
    });
    outgoing.end(body);
  });
}

function encode(options: RequestOptions): {
  headers: Record<string, string>;
  body: Buffer | undefined;
} {
  const typed = (type: string, content: string | Buffer) => {
    const body = Buffer.from(content as string);
    return {
      headers: {
        'content-type': type,
        ...lower(options.headers),
        'content-length': `${body.length}`,
      },
      body,
    };
  };
  if (options.json !== undefined) return typed('application/json', JSON.stringify(options.json));
  if (options.files !== undefined) {
    const boundary = `form-${Math.random().toString(16).slice(2)}`;
    return typed(`multipart/form-data; boundary=${boundary}`, multipart(options, boundary));
  }
  if (options.form !== undefined) {
    const text = new URLSearchParams(options.form).toString();
    return typed('application/x-www-form-urlencoded', text);
  }
  if (options.body !== undefined) return typed('application/octet-stream', options.body);
  return { headers: lower(options.headers), body: undefined };
}

function multipart({ form = {}, files = [] }: RequestOptions, boundary: string): Buffer {
  const parts: Buffer[] = [];
  const add = (disposition: string, type: string | undefined, content: string | Buffer) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
    parts.push(Buffer.from(`${head}${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`));
    parts.push(Buffer.from(content as string), Buffer.from('\r\n'));
  };
  for (const [name, value] of Object.entries(form)) add(`name="${name}"`, undefined, value);
  for (const { field, name, type, content } of files) {
    add(`name="${field}"; filename="${name}"`, type, content);
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return Buffer.concat(parts);
}

function lower(headers: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  );
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
