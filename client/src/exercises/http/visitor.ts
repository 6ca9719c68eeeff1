import { WebSocket } from 'ws';
import { type Answer, exchange, type RequestOptions } from './exchange';
import { CheckFailure, type Socket, type Visitor } from './specification';

/** A browser-like client: keeps cookies, follows no redirects. */
export class Browser implements Visitor {
  readonly cookies = new Map<string, string>();

  /** @param url of the server now: it changes when the server is started again */
  constructor(
    private readonly url: () => URL,
    private readonly onSocket: (socket: WebSocket) => void,
  ) {}

  get(path: string, options?: RequestOptions) {
    return this.request('GET', path, options);
  }
  post(path: string, options?: RequestOptions) {
    return this.request('POST', path, options);
  }
  put(path: string, options?: RequestOptions) {
    return this.request('PUT', path, options);
  }
  patch(path: string, options?: RequestOptions) {
    return this.request('PATCH', path, options);
  }
  delete(path: string, options?: RequestOptions) {
    return this.request('DELETE', path, options);
  }

  async request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const url = this.url();
    const headers = {
      host: url.host,
      accept: '*/*',
      ...(this.cookies.size > 0 && { cookie: this.cookieHeader() }),
      ...options.headers,
    };
    const answer = await exchange(method, url, path, { ...options, headers });
    for (const line of answer.setCookies) this.store(line);
    return answer;
  }

  websocket(
    path: string,
    { headers = {} }: { headers?: Record<string, string> } = {},
  ): Promise<Socket> {
    const { host } = this.url();
    const socket = new WebSocket(`ws://${host}${path}`, {
      headers: { ...(this.cookies.size > 0 && { cookie: this.cookieHeader() }), ...headers },
      handshakeTimeout: 5000,
    });
    this.onSocket(socket);
    const wrapped = new OpenSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(wrapped));
      socket.once('error', (error) =>
        reject(new CheckFailure(`an open WebSocket at ${path}`, error.message)),
      );
    });
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private store(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    if (equals < 0) return;
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const ended = attributes.some((each) => {
      const [key = '', text = ''] = each.split(/=(.*)/s);
      if (key.toLowerCase() === 'max-age') return Number(text) <= 0;
      return key.toLowerCase() === 'expires' && Date.parse(text) <= Date.now();
    });
    if (ended) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

class OpenSocket implements Socket {
  private readonly messages: unknown[] = [];
  private isClosed = false;
  private waiting: (() => void)[] = [];

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const text = String(data);
      try {
        this.messages.push(JSON.parse(text));
      } catch {
        this.messages.push(text);
      }
      this.wake();
    });
    socket.on('close', () => {
      this.isClosed = true;
      this.wake();
    });
    socket.on('error', () => undefined);
  }

  send(message: string | object): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async next(words = 'a message over the WebSocket', timeoutMs = 3000): Promise<unknown> {
    const came = await this.until(() => this.messages.length > 0, timeoutMs);
    if (!came) {
      const seen = this.isClosed
        ? 'the connection was closed'
        : `nothing for ${timeoutMs / 1000} s`;
      throw new CheckFailure(words, seen);
    }
    return this.messages.shift();
  }

  async quiet(timeoutMs = 300): Promise<boolean> {
    return !(await this.until(() => this.messages.length > 0, timeoutMs));
  }

  async closed(): Promise<void> {
    if (!(await this.until(() => this.isClosed, 3000))) {
      throw new CheckFailure('a closed connection', 'it is still open');
    }
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    for (const each of this.waiting) each();
    this.waiting = [];
  }

  private async until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    const end = Date.now() + timeoutMs;
    while (!condition()) {
      const left = end - Date.now();
      // Nothing more can come over a closed connection.
      if (left <= 0 || this.isClosed) return condition();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return true;
  }
}
