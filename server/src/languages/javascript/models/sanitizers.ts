import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, checks, cleans, each, markup, sinks } from '../../specs';

const purifiers = ['dompurify', 'isomorphic-dompurify', 'DOMPurify', 'dompurify()'];

/** Functions that make text harmless for HTML. */
export const htmlSanitizers: FrameworkModel = {
  name: 'html-sanitizers',
  doc: 'https://github.com/cure53/DOMPurify#readme',
  sinks: [
    ...sinks(
      'escape-off',
      ['serialize-javascript'],
      { value: at(1) },
      { where: [{ arg: at(1), path: ['unsafe'], is: [true] }] },
    ),
    ...sinks(
      'escape-off',
      each('handlebars.', 'compile precompile'),
      { value: at(1) },
      { where: [{ arg: at(1), path: ['noEscape'], is: [true] }] },
    ),
    ...sinks(
      'html',
      ['handlebars.SafeString', 'hbs.SafeString', 'hbs.handlebars.SafeString'],
      { content: at(0) },
      { data: { context: 'raw' } },
    ),
    // These keep the tags that stand in the text.
    ...sinks(
      'escape-off',
      ['markdown-it', 'markdown-it.default', 'remarkable.Remarkable', 'remarkable'],
      { value: at(0) },
      { where: [{ arg: at(0), path: ['html'], is: [true] }] },
    ),
    ...sinks(
      'escape-off',
      ['marked', 'marked.marked', 'marked.parse', 'marked.setOptions', 'marked.use'],
      { value: at(1) },
      { where: [{ arg: at(1), path: ['sanitize'], is: [false] }] },
    ),
    ...sinks(
      'escape-off',
      ['nunjucks.configure', 'nunjucks.Environment'],
      { value: at(1) },
      { where: [{ arg: at(1), path: ['autoescape'], is: [false] }] },
    ),
    ...sinks(
      'escape-off',
      ['nunjucks.configure'],
      { value: at(0) },
      { where: [{ arg: at(0), path: ['autoescape'], is: [false] }] },
    ),
    ...sinks(
      'escape-off',
      ['eta.configure', 'eta.Eta'],
      { value: at(0) },
      { where: [{ arg: at(0), path: ['autoEscape'], is: [false] }] },
    ),
    ...each('', 'mustache.escape Mustache.escape').map(
      (assign): SinkSpec => ({
        kind: 'escape-off',
        at: { assign },
        roles: { value: at(0) },
      }),
    ),
    {
      kind: 'escape-off',
      at: { assignKey: 'escapeMarkup' },
      roles: { value: at(0) },
      where: [{ arg: at(0), is: [false] }],
    },
  ],
  calls: cleans(
    [
      ...purifiers.map((name) => `${name}.sanitize`),
      'sanitize-html',
      'sanitize-html.default',
      'insane',
      'xss',
      ...each('xss.', 'filterXSS escapeHtml FilterXSS().process'),
      ...each('xss-filters.', 'inHTMLData inHTMLComment inSingleQuotedAttr inDoubleQuotedAttr'),
      'escape-html',
      'escape-goat.htmlEscape',
      ...across(['he.', 'html-entities.', 'entities.'], 'encode escape escapeUTF8 encodeHTML'),
      ...each('ent.', 'encode'),
      ...each('html-escaper.', 'escape'),
      'lodash.escape',
      'lodash/escape',
      'lodash.escape.default',
      'underscore.escape',
      'handlebars.escapeExpression',
      'handlebars.Utils.escapeExpression',
      'mustache.escape',
      'validator.escape',
      'validator.blacklist',
    ],
    markup,
  ),
};

const builders = ['sqlstring.', 'mysql.', 'mysql2.', 'mysql2/promise.', 'mariadb.'];

const insideNames = each('*.', 'isPathInside isInside isSubpath isSubPath isWithin');

/** Functions that make text harmless for SQL, shells, patterns and file names. */
export const textSanitizers: FrameworkModel = {
  name: 'text-sanitizers',
  doc: 'https://github.com/mysqljs/sqlstring#readme',
  calls: [
    ...cleans(
      [
        ...across(builders, 'escape escapeId format'),
        ...each('pg-format.', 'ident literal'),
        'pg-format',
      ],
      ['sql'],
    ),
    ...cleans(
      [
        'escape-string-regexp',
        'escape-string-regexp.default',
        'lodash.escapeRegExp',
        'lodash.escaperegexp',
        'RegExp.escape',
      ],
      ['regex'],
    ),
    ...cleans(
      ['slugify', 'slugify.default', 'slug', 'filenamify', 'lodash.kebabCase'],
      ['file-path', 'upload', 'html', 'response', 'command', 'log'],
    ),
    ...cleans(['mongo-sanitize', 'express-mongo-sanitize.sanitize'], ['nosql-query']),
    ...cleans(['serialize-javascript'], markup),
  ],
  checks: [
    ...checks(['is-path-inside', 'is-path-inside.default', 'path-is-inside'], at(0), {
      cleans: ['file-path'],
    }),
    // A program's own functions of that name take the two in either order.
    ...checks(insideNames, at(1), {
      cleans: ['file-path'],
      where: [{ arg: at(1), taint: 'remote' }],
    }),
    ...checks(insideNames, at(0), { cleans: ['file-path'] }),
  ],
};
