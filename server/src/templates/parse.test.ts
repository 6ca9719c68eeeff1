import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRequest, leavesOf } from './expression';
import { templateLanguageOf } from './kinds';
import { parseTemplate } from './parse';
import { type TemplateLanguage, templateLanguages } from './template';

/** Expression, how it is put out, and where. */
function seen(language: TemplateLanguage, text: string, path = 'page.html.erb'): string[] {
  return parseTemplate(language, path, text).outputs.map(
    ({ expression, isEscaped, by, place: { kind, attribute, isStart, isQuoted } }) =>
      [
        isEscaped ? 'escaped' : by,
        expression,
        attribute === undefined ? kind : `${kind} ${attribute}${isStart ? ' start' : ''}`,
        ...(isQuoted ? ['quoted'] : []),
      ].join(' | '),
  );
}

describe('families by name', () => {
  it.each([
    ['views/show.html.erb', 'erb'],
    ['views/index.erb', 'erb'],
    ['config/database.yml.erb', undefined],
    ['mail.text.erb', undefined],
    ['resources/views/a.blade.php', 'blade'],
    ['index.php', undefined],
    ['a.html.twig', 'twig'],
    ['a.txt.twig', undefined],
    ['nginx.conf.j2', undefined],
    ['a.html.j2', 'jinja'],
    ['A.JSP', 'jsp'],
    ['a.html', 'html'],
    ['App.vue', 'vue'],
  ])('%s', (path, language) => {
    expect(templateLanguageOf(path)).toBe(language);
  });
});

describe('what is put out, and how', () => {
  it.each<[TemplateLanguage, string, string[]]>([
    [
      'ejs',
      '<p><%= a %><%- b.c -%><%# d %><% e() %><%% f %></p>',
      ['escaped | a | text', '<%- | b.c | text'],
    ],
    [
      'handlebars',
      '{{a}} {{{b.c}}} {{& d}} {{!-- {{{e}}} --}} {{#if f}} \\{{{g}}}',
      ['escaped | a | text', '{{{ | b.c | text', '{{& | d | text'],
    ],
    ['handlebars', '{{{json a}}} {{{widget b c=1}}}', ['{{{ | a | text', '{{{ |  | text']],
    [
      'jinja',
      '{{ a }}{{ b|safe }}{{ c|upper|safe }}{{ d|e|safe }}{{ "}}"|safe }}{# {{ e|safe }} #}',
      [
        'escaped | a | text',
        '|safe | b | text',
        '|safe | c | text',
        'escaped | d | text',
        '|safe | "}}" | text',
      ],
    ],
    [
      'jinja',
      '{% autoescape off %}{{ a }}{{ b|e }}{% endautoescape %}{{ c }}',
      ['autoescape | a | text', 'escaped | b | text', 'escaped | c | text'],
    ],
    [
      'jinja',
      '{% raw %}{{ a|safe }}{% endraw %}{% comment %}{{ b|safe }}{% endcomment %}{{- c|safe -}}',
      ['|safe | c | text'],
    ],
    [
      'twig',
      '{{ a.b|raw }}{% autoescape false %}{{ c }}{% endautoescape %}',
      ['|raw | a.b | text', 'autoescape | c | text'],
    ],
    [
      'blade',
      '{{ $a }}{!! $b->c !!}@{{ d }}{{-- {!! $e !!} --}}',
      ['escaped | $a | text', '{!! | $b->c | text'],
    ],
    [
      'erb',
      '<%= a %><%= raw @b %><%= c.d.html_safe %><%== e %><%= tag(raw(f), g) %><%# h %>',
      [
        'escaped | a | text',
        'raw | @b | text',
        'html_safe | c.d | text',
        '<%== | e | text',
        'raw | f | text',
      ],
    ],
    [
      'jsp',
      '<%-- x --%><%@ page a="b" %><%= c %><p title="${d}">${e}</p><x:y z="${f}"/>',
      ['<%= %> | c | text', '${ } | d | attribute title start', '${ } | e | text'],
    ],
    [
      'jsp',
      '<c:out value="${a}" escapeXml="false"/><c:out value="${b}"/>',
      ['escapeXml="false" | a | text'],
    ],
    [
      'html',
      '<p th:utext="${a.b}" th:text="${c}">[(${d})] [[${e}]]</p>',
      ['th:utext | a.b | text', '[( | d | text', 'escaped | e | text'],
    ],
    ['vue', '<template><p v-html="a.b" :title="c">{{ d }}</p></template>', ['v-html | a.b | text']],
    [
      'pug',
      'p= a\np!= b.c\np x !{d} #{e}\na(href=f, title!=g) h\n//- !{i}\n  !{j}\nscript.\n  var k = !{l};\n',
      [
        'escaped | a | text',
        '!= | b.c | text',
        '!{ } | d | text',
        'escaped | e | text',
        'escaped | f | attribute href start',
        '!= | g | attribute title start',
        '!{ } | l | script',
      ],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(seen(language, text)).toEqual(expected);
  });

  it('where in the page', () => {
    const text = `<a href="{{ a }}" class='x {{ b }}' id={{ c }} {{ d }} onclick="f('{{ e }}')">{{ f }}</a>
<!-- {{ g }} --><script>var h = {{ i }}; var j = "it's {{ k }}"; // don't
var l = {{ m }};</script><style>p { color: {{ n }} }</style>
<script type="application/json">{{ o }}</script><title>{{ p }}</title>`;
    expect(seen('jinja', text).map((line) => line.split(' | ').slice(1).join(' '))).toEqual([
      'a attribute href start',
      'b attribute class',
      'c unquoted id start',
      'd tag',
      'e attribute onclick',
      'f text',
      'g comment',
      'i script',
      'k script quoted',
      'm script',
      'n style',
      'o data',
      'p text',
    ]);
  });

  it('half-typed text keeps what follows', () => {
    expect(seen('ejs', '<p <%- a\n<div><%- b %></div>')).toContain('<%- | b | text');
    expect(seen('jinja', '{{ "a|safe\n{{ b|safe }}').join()).toContain('b');
    expect(seen('pug', 'a(href="x\np!= b\n')).toContain('!= | b | text');
  });
});

describe('what an expression is made of', () => {
  it.each<[string, string[]]>([
    ['a', ['a']],
    ['post.body', ['post.body']],
    ["$post['body']", ["$post['body']"]],
    ['@user&.name', ['@user&.name']],
    ["'text'", []],
    ['12', []],
    ['"<b>" + name + "</b>"', ['name']],
    ['a ? b : c', ['b', 'c']],
    ['a || "none"', ['a']],
    ['a if b else c', ['a', 'c']],
    ["$a . '<br>' . $b->c", ['$a', '$b->c']],
    ['`<p>$' + '{x}</p>`', ['x']],
    ['"#{@a}, #{b.c}"', ['@a', 'b.c']],
    ['trim($a)', ['$a']],
    ['a.strip', ['a.strip']],
    ['text.trim()', ['text']],
    ['JSON.stringify(data)', ['data']],
    ['user.getName()', ['user.getName()']],
    ['render(x)', []],
    ["include('part')", []],
    ["link_to 'a', b", []],
    ['raw a', ['a']],
    ['DOMPurify.sanitize(a)', []],
    ["request.args.get('q')", ["request.args.get('q')"]],
    ['a(', []],
    ['"a', []],
    ['', []],
  ])('%s', (expression, paths) => {
    expect(leavesOf(expression).map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    ['params[:name]', 'erb'],
    ['req.query.name', 'ejs'],
    ["request.GET['a']", 'jinja'],
    ['$_GET["a"]', 'blade'],
    ["request('a')", 'blade'],
    ['param.a', 'jsp'],
    ['request.getParameter("a")', 'jsp'],
  ] as const)('%s is of the request', (expression, language) => {
    expect(isRequest(expression, language)).toBe(true);
  });

  it.each(['my_params.a', 'request.path_info_helper', 'param.a', 'prequest.args.a'])(
    '%s is not',
    (expression) => {
      expect(isRequest(expression, 'ejs')).toBe(false);
    },
  );
});

describe('for any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '<p>',
        '<a href="',
        "'",
        '"',
        '>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '\n',
        '\n  ',
        ' ',
        '=',
      ],
      ...[
        '{{',
        '}}',
        '{{{',
        '}}}',
        '{%',
        '%}',
        '{#',
        '#}',
        '<%',
        '<%=',
        '<%-',
        '%>',
        '{!!',
        '!!}',
        '$' + '{',
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
        '(',
        ')',
        '!=',
        '!{',
      ],
      ...['a', 'a.b', '+', '?', ':', '[', ']', '\\'],
    ),
    fc.string({ maxLength: 5 }),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  it.each(templateLanguages)('%s is read, and spans stay inside', (language) => {
    fc.assert(
      fc.property(text, (code) => {
        const template = parseTemplate(language, 'page.html', code);
        const spans = [...template.outputs, ...template.outputs.map((each) => each.expressionAt)];
        for (const { start, end } of [...spans, ...template.comments, ...template.code]) {
          expect(0 <= start && start <= end && end <= code.length).toBe(true);
        }
        for (const { expression } of template.outputs) leavesOf(expression);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    '<',
    '<a ',
    '{{',
    '<%= "',
    '{{ "',
    'a(\n',
    '<a b="',
    '{% raw %}',
    '<!--',
    'p(a="b"\n',
    '"#{',
    '(a',
  ])('many times "%s" are no trouble', (part) => {
    const long = part.repeat(60_000 / part.length);
    const start = performance.now();
    for (const language of templateLanguages) {
      for (const { expression } of parseTemplate(language, 'page.html', long).outputs) {
        leavesOf(expression.slice(0, 2000));
      }
    }
    expect(performance.now() - start).toBeLessThan(6000);
  });
});
