import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../templates/parse';
import { templateLanguages } from '../../templates/template';
import { template } from './template';

describe('for any template', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<a href=',
      '"',
      "'",
      '>',
      '<script>',
      '</script>',
      '\n',
      ' ',
      '=',
      '(',
      ')',
      '|',
    ],
    ...[
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{%',
      '%}',
      '<%',
      '<%=',
      '<%-',
      '%>',
      '{!!',
      '!!}',
      '$'.concat('{'),
      '}',
    ],
    ...[
      '|safe',
      '|raw',
      'raw ',
      '.html_safe',
      'autoescape off',
      'v-html="',
      'th:utext="',
      '!=',
      '!{',
    ],
    ...[
      'a',
      'a.b',
      'a = b',
      'int a',
      'x.each do |a|',
      'params[:a]',
      'out.print(',
      'request.args.a',
    ],
  );

  it.each(templateLanguages)('of %s the rule ends, and marks what is there', (language) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { at } of template(parseTemplate(language, 'page.html', text))) {
          expect(0 <= at.start && at.start < at.end && at.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['erb', '<% a = b %><%= raw a %>'],
    ['erb', '<% a.each do |b| %><%== b %>'],
    ['ejs', '<p><%- a + b.c %>'],
    ['jsp', '<% out.print(a + "x"); %><%= a %>'],
    ['jinja', '<p>{{ a|b|safe }}'],
    ['pug', 'p!= a + b\n'],
    ['vue', '<p v-html="a ? b : c">'],
  ] as const)('many outputs of %s are no trouble', (language, part) => {
    const text = part.repeat(100_000 / part.length);
    const start = performance.now();
    template(parseTemplate(language, 'page.html', text));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
