import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadSnippets } from '../../snippets/load';
import { previewText, wholeFileBody } from './snippetChoice';

const folder = path.resolve(__dirname, '../../snippets');
const snippets = await loadSnippets((file) => readFile(path.join(folder, file), 'utf8'));

it('a part of a PHP file gets its opening tag in a new file, and in the preview', () => {
  const route = snippets.find(({ id }) => id === 'bt-laravel-route')!;
  expect(route.body).not.toMatch(/^<\?php/);
  expect(wholeFileBody(route)).toMatch(/^<\?php\n\n/);
  expect(previewText(route)).toMatch(/^<\?php\n\n/);
});

it('no snippet gets a second opening tag', () => {
  expect(snippets.length).toBeGreaterThan(80);
  for (const snippet of snippets) {
    expect(wholeFileBody(snippet).split('<?php').length, snippet.id).toBeLessThanOrEqual(2);
    expect(wholeFileBody(snippet), snippet.id).toContain(snippet.body);
  }
});
