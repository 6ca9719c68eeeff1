import { runSuite } from './suite';

/** All tests; at last what leaves something for the editor that is opened anew. */
export const run = (): Promise<void> => runSuite('.test.js', '.before-restart.js');
