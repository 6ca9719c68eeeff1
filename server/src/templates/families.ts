import type { Mark } from './delimited';
import type { TemplateLanguage } from './template';

const percent: readonly Mark[] = [
  { open: '<%%', close: '%>', kind: 'literal' },
  { open: '<%#', close: '%>', kind: 'comment' },
];
const braces: readonly Mark[] = [
  { open: '{#', close: '#}', kind: 'comment' },
  { open: '{%', close: '%}', kind: 'code', strings: true },
  { open: '{{', close: '}}', kind: 'output', strings: true },
];
const mustaches: readonly Mark[] = [
  { open: '\\{{', close: '}}', kind: 'literal' },
  { open: '{{!--', close: '--}}', kind: 'comment' },
  { open: '{{!', close: '}}', kind: 'comment' },
  { open: '{{{', close: '}}}', kind: 'output' },
  { open: '{{&', close: '}}', kind: 'output' },
  ...['{{#', '{{~#', '{{/', '{{~/', '{{^', '{{>', '{{~>', '{{else', '{{~else', '{{*'].map(
    (open): Mark => ({ open, close: '}}', kind: 'code' }),
  ),
  { open: '{{', close: '}}', kind: 'output', strings: true },
];

/** The marks of each family that has some; the longest first. */
const marks: Readonly<Partial<Record<TemplateLanguage, readonly Mark[]>>> = {
  // https://ejs.co/#docs
  ejs: [
    ...percent,
    { open: '<%=', close: '%>', kind: 'output' },
    { open: '<%-', close: '%>', kind: 'output' },
    { open: '<%', close: '%>', kind: 'code' },
  ],
  // https://guides.rubyonrails.org/action_view_overview.html#erb
  erb: [
    ...percent,
    { open: '<%==', close: '%>', kind: 'output' },
    { open: '<%=', close: '%>', kind: 'output' },
    { open: '<%', close: '%>', kind: 'code' },
  ],
  // https://jakarta.ee/specifications/pages/3.1/
  jsp: [
    { open: '<%--', close: '--%>', kind: 'comment' },
    { open: '<%=', close: '%>', kind: 'output' },
    { open: '<%', close: '%>', kind: 'code' },
    { open: '\\${', close: '}', kind: 'literal' },
    { open: '${', close: '}', kind: 'output', strings: true },
  ],
  // https://handlebarsjs.com/guide/expressions.html#html-escaping
  handlebars: mustaches,
  // https://jinja.palletsprojects.com/en/stable/templates/, https://docs.djangoproject.com/en/stable/ref/templates/builtins/
  jinja: braces,
  // https://twig.symfony.com/doc/3.x/templates.html
  twig: braces,
  // https://laravel.com/docs/blade#displaying-data
  blade: [
    { open: '{{--', close: '--}}', kind: 'comment' },
    { open: '@{{', close: '}}', kind: 'literal' },
    { open: '@{!!', close: '!!}', kind: 'literal' },
    { open: '{!!', close: '!!}', kind: 'output', strings: true },
    { open: '{{', close: '}}', kind: 'output', strings: true },
    { open: '<?=', close: '?>', kind: 'output' },
    { open: '<?', close: '?>', kind: 'code' },
  ],
};

/** Thymeleaf writes these into the text of a page; the second without escaping. */
const inlined: readonly Mark[] = [
  { open: '[[', close: ']]', kind: 'output' },
  { open: '[(', close: ')]', kind: 'output' },
];

/** The marks that a text uses. A page tells by its own words what makes it a template. */
export function marksOf(language: TemplateLanguage, text: string): readonly Mark[] {
  if (language !== 'html') return marks[language] ?? [];
  if (/\bxmlns:th\b|\bth:\w+=/.test(text)) return inlined;
  return text.includes('{%') ? braces : mustaches;
}
