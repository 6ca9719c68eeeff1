import { runSuite } from './suite';

export const run = (): Promise<void> => runSuite('.test.js');
