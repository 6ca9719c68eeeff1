import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { seed } from './specification';

/** What stands around the applications: two servers, and a folder of files. */
export interface World {
  readonly catalogue: string;
  readonly internal: string;
  readonly files: string;
  close(): void;
}

/** @param folder where the files go; it exists */
export async function makeWorld(folder: string): Promise<World> {
  const files = path.join(folder, 'files');
  mkdirSync(files);
  writeFileSync(path.join(files, 'welcome.txt'), seed.welcome);
  writeFileSync(path.join(folder, 'secret.txt'), `${seed.fileSecret}\n`);
  const catalogue = await serve((url) => (url === '/page' ? seed.page : undefined));
  const internal = await serve(() => seed.internalSecret);
  return {
    files,
    // Told apart by their names: a check of the host is what protects the internal one.
    catalogue: `http://localhost:${catalogue.port}`,
    internal: `http://127.0.0.1:${internal.port}`,
    close() {
      for (const { server } of [catalogue, internal]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function serve(
  text: (url: string) => string | undefined,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const body = text(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/plain' });
    response.end(body ?? 'Not found.');
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}
