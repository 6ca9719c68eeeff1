import type { EntryPointSpec, FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, each, gives, instances, local, remote, sinks } from '../../specs';

const dom = { data: { context: 'dom' } } as const;

const assigned = (kind: 'html' | 'redirect', role: string, keys: readonly string[]) =>
  keys.map(
    (assign): SinkSpec => ({
      kind,
      at: { assign },
      roles: { [role]: at(0) },
    }),
  );

/** Objects of a browser's window: where its page comes from, and how it is changed. */
export const browser: FrameworkModel = {
  name: 'browser',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html',
  types: {
    ...instances('location', [
      ...across(['window.', 'document.', 'self.', 'globalThis.', 'top.', 'parent.'], 'location'),
      'window.document.location',
    ]),
    ...instances('document', ['window.document', 'globalThis.document']),
  },
  sources: [
    ...remote('the address of the page', [
      ...each('location.', 'search hash'),
      ...each('document.', 'URL documentURI baseURI referrer'),
      'window.name',
    ]),
    // These begin with the page's own host, so they lead nowhere else.
    ...remote('the address of the page', each('location.', 'href pathname')).map((source) => ({
      ...source,
      harmless: ['redirect', 'http-request', 'nosql-query'],
    })),
    ...local('what the visitor types', each('', 'prompt window.prompt'), true),
  ],
  sinks: [
    ...each('', 'innerHTML outerHTML srcdoc').map(
      (assignKey): SinkSpec => ({
        kind: 'html',
        at: { assignKey },
        roles: { content: at(0) },
        ...dom,
      }),
    ),
    ...sinks(
      'html',
      [
        ...each('document.', 'write writeln parseHTMLUnsafe'),
        ...each('*.', 'createContextualFragment setHTMLUnsafe'),
        // What React's elements are given under these names; see the lowering of JSX.
        'dangerouslySetInnerHTML',
        'jsxSrcDoc',
      ],
      { content: at(0) },
      dom,
    ),
    ...sinks('html', ['jsxHref'], { content: at(0) }, { data: { context: 'url' } }),
    ...sinks(
      'html',
      ['react.createElement', 'react.cloneElement'],
      { content: at(1) },
      {
        ...dom,
        where: [{ arg: at(1), path: ['dangerouslySetInnerHTML', '__html'], missing: false }],
      },
    ),
    ...sinks('html', ['*.insertAdjacentHTML'], { content: at(1) }, dom),
    ...sinks(
      'html',
      ['*.setAttribute'],
      { content: at(1) },
      { ...dom, where: [{ arg: at(0), matches: /^(?:on[a-z]+|srcdoc)$/i }] },
    ),
    ...sinks(
      'html',
      ['*.setAttribute'],
      { content: at(1) },
      {
        data: { context: 'url' },
        where: [{ arg: at(0), matches: /^(?:href|src|action|formaction|xlink:href|data)$/i }],
      },
    ),
    ...sinks('html', ['fbjs/lib/createNodesFromMarkup'], { content: at(0) }, dom),
    { kind: 'redirect', at: { assignName: 'location' }, roles: { url: at(0) } },
    ...assigned(
      'redirect',
      'url',
      each('', 'location.href window.location document.location self.location top.location'),
    ),
    ...sinks('redirect', [...each('location.', 'assign replace'), 'window.open'], { url: at(0) }),
  ],
  calls: [
    ...gives('clean', ['window.confirm', 'document.querySelector', 'document.getElementById']),
  ],
};

const query = 'jquery.Query#';
const jquery = ['jquery', 'jquery#'];

/** Libraries that a page loads with tags of its own, by the names that they give themselves. */
const pageLibraries: Readonly<Record<string, string>> = {
  // jQuery's function is a type of its own: closures take it as a parameter.
  $: 'jquery#',
  jQuery: 'jquery#',
  axios: 'axios',
  Handlebars: 'handlebars',
  CryptoJS: 'crypto-js',
  marked: 'marked',
  React: 'react',
};

/** The symbol of a library of a page. */
export function pageGlobal(name: string): string | undefined {
  return Object.hasOwn(pageLibraries, name) ? pageLibraries[name] : undefined;
}

/** jQuery. */
export const jqueryModel: FrameworkModel = {
  name: 'jquery',
  doc: 'https://api.jquery.com/html/',
  types: {
    ...instances(
      query,
      jquery.map((name) => `${name}()`),
    ),
    ...instances('jquery#', each('window.', '$ jQuery')),
  },
  typePatterns: [{ symbol: /^jquery\.Query#\w+\(\)$/, type: query }],
  entryPoints: [
    { by: 'registration', call: `${query}ready`, from: 0, params: ['jquery#'] },
    // Plugins are functions that take it by this name.
    { by: 'signature', names: [['$', 'jQuery']], params: ['jquery#'] },
  ],
  sinks: [
    ...sinks(
      'html',
      each(query, 'html append prepend after before wrap wrapAll wrapInner replaceWith'),
      { content: at(0) },
      dom,
    ),
    // What these are given says where the elements go.
    ...sinks(
      'html',
      each(query, 'appendTo prependTo insertBefore insertAfter replaceAll add'),
      { content: at(0) },
      { data: { context: 'selector' } },
    ),
    ...sinks('html', ['jquery.parseHTML', 'jquery#parseHTML'], { content: at(0) }, dom),
    // What begins with a tag becomes elements, all else is a selector.
    ...sinks('html', jquery, { content: at(0) }, { data: { context: 'selector' } }),
    ...sinks(
      'code',
      ['jquery.globalEval', 'jquery#globalEval'],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
  ],
  calls: [
    ...gives('receiver', each(query, 'html append prepend after before attr css addClass')),
    ...gives('clean', jquery),
  ],
};

const injected = [
  ['$sceProvider', 'angular.SceProvider#'],
  ['$scope', 'angular.Scope#'],
  ['$rootScope', 'angular.Scope#'],
  ['$window', 'window'],
] as const;

/** Other services that often come first. */
const injectable = [
  ['$scope', '$rootScope', '$http', '$routeProvider', '$stateProvider', '$location', '$sce'],
  ['$http', '$location', '$sce', '$routeParams', '$rootScope', '$scope', '$timeout', '$q'],
];

/** Angular and AngularJS: values that are marked as safe are not escaped. */
export const angular: FrameworkModel = {
  name: 'angular',
  doc: 'https://angular.dev/best-practices/security#trusting-safe-values',
  types: instances('jquery.Query#', ['angular.element()']),
  sources: local('what a form of the page holds', ['angular.Scope#*']),
  // AngularJS gives its services by the names of parameters.
  entryPoints: [
    {
      by: 'signature',
      names: [['$scope'], ['$window']],
      params: ['angular.Scope#', 'window'],
    },
    ...injected.flatMap(([name, type]) =>
      [0, 1, 2].map((position): EntryPointSpec => {
        const before = injectable.slice(0, position);
        return {
          by: 'signature',
          names: [...before, [name]],
          params: [...before.map(() => undefined), type],
        };
      }),
    ),
  ],
  sinks: [
    ...sinks(
      'html',
      [
        ...each('*.bypassSecurityTrust', 'Html Style Script ResourceUrl Url'),
        ...each('*.trustAs', 'Html Css Js ResourceUrl Url'),
      ],
      { content: at(0) },
      { data: { context: 'trusted' } },
    ),
    ...sinks(
      'escape-off',
      ['angular.SceProvider#enabled'],
      { value: at(0) },
      { where: [{ arg: at(0), is: [false] }] },
    ),
    ...sinks(
      'escape-off',
      ['*.useSanitizeValueStrategy'],
      { value: at(0) },
      { where: [{ arg: at(0), is: [null, ''] }] },
    ),
    // Any address, or one that anybody on the way can change, may bring templates.
    ...sinks(
      'escape-off',
      each('*.', 'resourceUrlWhitelist trustedResourceUrlList'),
      { value: at(0) },
      {
        where: [
          {
            any: ['0', '1', '2', '3'].map((index) => ({
              arg: at(0),
              path: [index],
              matches: /^(?:\*+$|http:|\*\*)/,
            })),
          },
        ],
      },
    ),
  ],
  calls: gives('propagate', [
    ...each('*.bypassSecurityTrust', 'Html Style Script ResourceUrl Url'),
    ...each('*.trustAs', 'Html Css Js ResourceUrl Url'),
  ]),
};
