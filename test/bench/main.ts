import { readFileSync } from 'node:fs';
import path from 'node:path';
import { measureActivation } from './activation';
import { measureColdStart, measureLatency } from './latency';
import { measureParse } from './parse';
import { measureRatio } from './ratio';

/**
 * One kind of measurement in a process of its own, started by `scripts/bench.mjs`:
 * `main.js <kind> <root> [folder]` prints JSON.
 */
const [kind, root = '.', folder = '.'] = process.argv.slice(2);
const extension = path.resolve(root, 'dist', 'extension');
const server = path.join(extension, 'server.js');

const kinds: Readonly<Record<string, () => unknown>> = {
  latency: () => measureLatency(server),
  'cold-start': () => measureColdStart(server, 5),
  parse: () => measureParse(path.join(extension, 'grammars'), folder),
  ratio: () => measureRatio(path.join(extension, 'grammars')),
  activation: () =>
    measureActivation(
      path.join(extension, 'client.js'),
      JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
    ),
};

async function main(): Promise<void> {
  const measure = kinds[kind ?? ''];
  if (measure === undefined) throw new Error(`there is no measurement "${kind}"`);
  const result = JSON.stringify(await measure());
  // What was started for the measurement may still run: it is not waited for.
  process.stdout.write(`${result}\n`, () => process.exit(0));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
