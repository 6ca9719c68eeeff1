import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Listener, ListenerAnswer } from './specification';

type Handler = (request: { method: string; path: string; body: string }) => ListenerAnswer;

/** A small server of ours on 127.0.0.1. */
export async function startListener(
  handler: Handler = () => ({}),
): Promise<{ listener: Listener; close(): void }> {
  const requests: Listener['requests'][number][] = [];
  const server: Server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => {
      if (body.length < 1024 * 1024) body += text;
    });
    incoming.on('end', () => {
      const method = incoming.method ?? 'GET';
      const path = incoming.url ?? '/';
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')]),
      );
      requests.push({ method, path, headers, body });
      const answer = handler({ method, path, body });
      const json = answer.json === undefined ? undefined : JSON.stringify(answer.json);
      outgoing.writeHead(answer.status ?? 200, {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...Object.fromEntries(
          Object.entries(answer.headers ?? {}).filter(([, value]) => value !== undefined),
        ),
      });
      outgoing.end(json ?? answer.body ?? '');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    listener: { url: `http://127.0.0.1:${port}`, requests },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
