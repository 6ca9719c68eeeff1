// npm start [-- --port N --no-open --folder DIR]: a real VS Code with the extension and a folder to
// practice in. Desktop VS Code where there is one, else the workbench in a browser.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { Advice, main, progress } from './lib/messages.mjs';
import { dataFolder, root } from './lib/paths.mjs';
import { findOnPath, run } from './lib/process.mjs';
import { ensureSetup } from './setup.mjs';

/** The browser keeps its state by address: with the same port, progress survives a restart. */
const USUAL_PORT = 8642;

await main(async () => {
  const { port, open, folder } = readArguments();
  await ensureSetup();
  await ensureBuilt();
  mkdirSync(folder, { recursive: true });
  const desktop = port === undefined && open ? findDesktop() : undefined;
  return desktop === undefined ? serve(folder, port, open) : openDesktop(desktop, folder);
});

function readArguments() {
  const usage = 'Usage: npm start [-- --port N --no-open --folder DIR]';
  /** @type {{ port?: string, 'no-open': boolean, folder?: string }} */
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        folder: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new Advice(`${/** @type {Error} */ (error).message}\n${usage}`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Advice(`--port takes a number from 1 to 65535.\n${usage}`);
  }
  // npm runs scripts in the project; a relative folder is meant from where the user stands.
  const here = process.env.INIT_CWD ?? process.cwd();
  const folder = path.resolve(
    here,
    values.folder ?? path.join(dataFolder(), 'backend-tutor-practice'),
  );
  return { port, open: !values['no-open'], folder };
}

/**
 * Desktop VS Code's command. Not in a terminal of a remote VS Code, whose `code` only talks to its
 * window, and not for root, for whom VS Code refuses to start.
 */
function findDesktop() {
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined || process.getuid?.() === 0) return undefined;
  return findOnPath('code') ?? findOnPath('codium');
}

/** @param {string} program @param {string} folder */
async function openDesktop(program, folder) {
  progress(`Opening ${folder} in desktop VS Code; this command ends with its window.`);
  const { code } = await run(
    program,
    [`--extensionDevelopmentPath=${root}`, '--new-window', '--wait', folder],
    { show: true, shell: process.platform === 'win32' },
  );
  return code;
}

/** @param {string} folder @param {number | undefined} wantedPort @param {boolean} open */
async function serve(folder, wantedPort, open) {
  const { startServer, workbenchUrl } = await import('./workbench/server.mjs');
  const { unpackExtension } = await import('./workbench/unpack.mjs');
  // A folder of its own for each run: a running workbench keeps the files it was started with.
  const extensions = mkdtempSync(path.join(tmpdir(), 'backend-tutor-extensions-'));
  process.once('exit', () => rmSync(extensions, { recursive: true, force: true }));
  await unpackExtension(extensions);
  const options = {
    data: path.join(dataFolder(), 'workbench'),
    extensions,
    // Without trust in the folder, the Git steps could not be ticked: so it is asked for.
    settings: { 'security.workspace.trust.startupPrompt': 'always' },
  };
  const server = await startServer({ ...options, port: wantedPort ?? USUAL_PORT }).catch(
    (error) => {
      if (wantedPort !== undefined || !(error instanceof Advice)) throw error;
      return startServer(options);
    },
  );
  const address = workbenchUrl(server.host, folder);
  console.log(`Backend Tutor is open at ${address} (Ctrl-C stops it)`);
  if (open) await openBrowser(address);
  await server.ended;
  await server.stop();
  throw new Advice('The workbench ended by itself: run "npm start" again.');
}

/** @param {string} address */
async function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open'];
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen || (process.platform !== 'win32' && findOnPath(command) === undefined)) return;
  await run(command, [...args, address], { timeout: 10_000 }).catch(() => undefined);
}
