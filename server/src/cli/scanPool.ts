import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Analysis } from '../analysis';
import { type FileOutcome, FileScanner, type ScanJob } from './fileScanner';

/** Files that a thread gets at once: neighbours, which often use the same other files. */
const batchSize = 24;
const maxThreads = 8;

type Answer = { readonly index: number; readonly outcome: FileOutcome } | 'ready';

/** Scans a job on several threads, of which this one is the first. */
export class ScanPool {
  /** @param program file that calls `serveScans` when it is not the main thread */
  constructor(private readonly program: string) {}

  /** @throws Error when a thread ends before its time */
  async scan(
    job: ScanJob,
    analysis: Analysis,
    onOutcome: (index: number, outcome: FileOutcome) => void,
  ): Promise<void> {
    const { files } = job;
    let next = 0;
    const take = (): number[] => {
      const from = next;
      next = Math.min(files.length, next + batchSize);
      return Array.from({ length: next - from }, (_, i) => from + i);
    };
    const count = Math.min(availableParallelism(), maxThreads, Math.ceil(files.length / batchSize));
    const others = Array.from({ length: count - 1 }, () => this.thread(job, take, onOutcome));
    const here = async () => {
      const scanner = new FileScanner(analysis, job);
      for (let batch = take(); batch.length > 0; batch = take()) {
        for (const index of batch) {
          onOutcome(index, await scanner.scan(index));
          // The other threads ask for more, and a person may want to stop.
          await new Promise(setImmediate);
        }
      }
    };
    await Promise.all([here(), ...others]);
  }

  private thread(
    job: ScanJob,
    take: () => number[],
    onOutcome: (index: number, outcome: FileOutcome) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.program, {
        workerData: job,
        argv: [],
        // Short-lived objects are most of the work: a small nursery keeps the memory low.
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      });
      let finished = false;
      worker.on('message', (answer: Answer) => {
        if (answer !== 'ready') {
          onOutcome(answer.index, answer.outcome);
          return;
        }
        const batch = take();
        if (batch.length > 0) worker.postMessage(batch);
        else {
          finished = true;
          worker.terminate().then(() => resolve(), reject);
        }
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (!finished) reject(new Error(`A thread of the scan ended early (${code}).`));
      });
    });
  }
}

/** Serves a pool, when this is one of its threads. @returns false in the main thread */
export function serveScans(createAnalysis: () => Promise<Analysis>): boolean {
  const port = parentPort;
  if (isMainThread || !port) return false;
  const started = createAnalysis().then((analysis) => {
    port.postMessage('ready' satisfies Answer);
    return new FileScanner(analysis, workerData as ScanJob);
  });
  port.on('message', async (batch: readonly number[]) => {
    const scanner = await started;
    for (const index of batch) {
      port.postMessage({ index, outcome: await scanner.scan(index) } satisfies Answer);
    }
    port.postMessage('ready' satisfies Answer);
  });
  return true;
}
