import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,client,walkthroughs,snippets,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/editor/**'],
    testTimeout: 30_000,
  },
});
