import { compileModel, type FrameworkModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { cleansByName } from '../specs';
import { importPaths, namePaths } from './imports';
import { core, output, superglobals } from './models/core';
import { databases, doctrine, wordpress } from './models/databases';
import { guzzleClient, laravel, symfony } from './models/laravel';
import { cryptography, documents, files, processes } from './models/system';

const models: readonly FrameworkModel[] = [
  superglobals,
  core,
  output,
  databases,
  wordpress,
  doctrine,
  processes,
  files,
  documents,
  cryptography,
  laravel,
  symfony,
  guzzleClient,
];

/** First names of the symbols that models use: classes and functions that need no import. */
const roots = new Set(
  models.flatMap((model) =>
    [
      ...Object.keys(model.types ?? {}),
      ...(model.sources ?? []).map((source) => source.symbol),
      ...(model.entryPoints ?? []).map((entry) => (entry.by === 'registration' ? entry.call : '')),
      ...(model.sinks ?? []).map(({ at }) => ('call' in at ? at.call : '')),
      ...(model.calls ?? []).map((spec) => spec.call),
      ...(model.checks ?? []).map((spec) => spec.call),
    ].flatMap((symbol) =>
      symbol.startsWith('*.') ? [] : (/^(?:\(\w+\)|[^.#(]+)/.exec(symbol)?.[0] ?? []),
    ),
  ),
);

/** Names that Laravel gives its facades everywhere: https://laravel.com/docs/facades. */
const facades = new Set(
  'Blade Cookie Crypt DB File Hash Http Input Log RateLimiter Redirect Request Route Storage View'.split(
    ' ',
  ),
);

/** Functions and constants are known whatever their case; classes as they are written. */
function globalSymbol(name: string): string | undefined {
  if (name.startsWith('$')) return roots.has(name) ? name : undefined;
  // A class may be called like a function: `Route` and `route()`.
  if (facades.has(name)) return `Illuminate.Support.Facades.${name}`;
  const lowerCase = name.toLowerCase();
  if (roots.has(name)) return name;
  if (roots.has(lowerCase)) return lowerCase;
  // A constant, such as CURLOPT_URL.
  return /^[A-Z][A-Z0-9_]+(?:v\d[\d_]*)?$/.test(name) ? lowerCase : undefined;
}

const language: LanguageModel = {
  models,
  moduleSymbol: (source) => source.replace(/^\\/, '').replaceAll('\\', '.'),
  includeCalls: new Map([
    ['include', 'always'],
    ['require', 'always'],
    ['include_once', 'once'],
    ['require_once', 'once'],
  ]),
  importPaths,
  namePaths,
  receiver: 'this',
  receiverNames: ['this', 'self', 'static'],
  parentNames: ['parent'],
  callMethods: { __invoke: 0, call: 1 },
  implicitReceiver: false,
  constructors: ['__construct'],
  assignmentDeclares: true,
  exportsEverything: true,
  exportObjects: [],
  globals: [
    '$_GET',
    '$_POST',
    '$_REQUEST',
    '$_COOKIE',
    '$_FILES',
    '$_SERVER',
    '$_ENV',
    '$_SESSION',
    '$wpdb',
    '$argv',
  ],
  globalSymbol,
  harmlessTypes: /^(?:int|float|bool|DateTime|DateTimeImmutable|DateTimeInterface|Carbon)$/,
  cleansByName,
  sensitiveName: (identifier) => sensitiveName(identifier.replace(/^\$/, '')),
};

export const phpModel = compileModel(language);
