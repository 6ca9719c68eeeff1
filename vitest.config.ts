import { defineConfig } from 'vitest/config';

/** Lists of packages are imported as text, as esbuild does it. */
const texts = {
  name: 'texts',
  transform(code: string, id: string) {
    return id.endsWith('.txt') ? `export default ${JSON.stringify(code)};` : undefined;
  },
};

export default defineConfig({
  plugins: [texts],
  test: {
    include: ['{server,client,walkthroughs,snippets,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/editor/**'],
    setupFiles: ['test/properties/seed.ts'],
    testTimeout: 30_000,
  },
});
