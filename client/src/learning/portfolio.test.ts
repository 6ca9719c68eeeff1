import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../exercises/catalogue';
import type { Exercise } from '../exercises/model';
import { passedIn, portfolioHtml, portfolioMarkdown } from './portfolio';

function exercise(id: string, title: string): Exercise {
  return { id, title, check: { kind: 'http' } } as Exercise;
}

const catalogue = {
  steps: [
    {
      id: '5-projects',
      title: 'Projects',
      lessons: [{ exercises: [exercise('login', 'Login & logout'), exercise('chat', 'A chat')] }],
    },
  ],
} as unknown as Catalogue;

const passed = passedIn(
  catalogue,
  (id) =>
    id === 'login'
      ? { tries: 1, hints: 0, passed: { at: '2026-11-23T10:00:00Z', track: 'flask' } }
      : { tries: 3, hints: 1 },
  (id) => [{ name: `${id} works` }],
  () => 'Flask',
);

describe('a portfolio', () => {
  it('has what was passed, and nothing else', () => {
    const text = portfolioMarkdown(passed, 'Ada');
    expect(text).toContain('### Login & logout\n\nBuilt with Flask, 2026-11-23.');
    expect(text).toContain('- login works');
    expect(text).toContain('- **Projects**: 1 of 2 exercises: Login & logout');
    expect(text).not.toContain('chat');
  });

  it('is a page whose texts are escaped', () => {
    const html = portfolioHtml(passed, '<Ada>');
    expect(html).toContain('<h1>&lt;Ada&gt;</h1>');
    expect(html).toContain('<h3>Login &amp; logout</h3>');
    expect(html).not.toContain('chat');
  });

  it('says so when nothing is passed', () => {
    const none = passedIn(
      catalogue,
      () => ({ tries: 0, hints: 0 }),
      () => [],
      () => '',
    );
    expect(portfolioMarkdown(none, 'Ada')).toContain('No project is passed yet.');
    expect(portfolioHtml(none, 'Ada')).toContain('No project is passed yet.');
  });
});
