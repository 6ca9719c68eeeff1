import { runSuite } from './suite';

/** What is there in an editor that was closed after the other tests, and opened again. */
export const run = (): Promise<void> => runSuite('.after-restart.js');
