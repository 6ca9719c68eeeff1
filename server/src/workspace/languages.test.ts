import { expect, it } from 'vitest';
import { languageOf } from './languages';

it.each<[string | undefined, string, string | undefined]>([
  [undefined, 'app.js', 'javascript'],
  ['javascript', 'no-ending', 'javascript'],
  ['some-editors-own-id', 'app.PY', 'python'],
  // A whole name is more than a format.
  ['yaml', 'docker-compose.yml', 'compose'],
  ['json', 'package.json', 'npm'],
  ['plaintext', '.env.local', 'dotenv'],
  ['php', 'views/show.blade.php', 'blade'],
  // A format alone is nothing.
  ['yaml', 'mkdocs.yml', undefined],
  ['json', 'tsconfig.json', undefined],
  ['properties', 'gradle.properties', undefined],
  // What an editor knows of a page is more than its name.
  ['html', 'page.html', 'html'],
  ['django-html', 'page.html', 'jinja'],
  ['html', 'Untitled-1', 'html'],
  // Made by a tool, and read by nobody.
  ['javascript', 'public/jquery.min.js', undefined],
  [undefined, 'admin.js', 'javascript'],
  [undefined, 'README.md', undefined],
  [undefined, 'Makefile', undefined],
])('%s, %s is %s', (languageId, path, language) => {
  expect(languageOf(languageId, path)).toBe(language);
});
