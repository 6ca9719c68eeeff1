import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledModel, EntryPointSpec, FrameworkModel, SinkSpec } from '../engine/model';
import { rules } from '../rules/registry.generated';
import { type SiteKind, siteKinds, startsWithSlash } from './siteKinds';

/** Models and rules are written apart; they agree by the words of siteKinds.ts alone. */

const kinds: Readonly<Record<string, SiteKind>> = siteKinds;

/** Data that sites of every kind may have, as it tells how a repair is written. */
const forRepairs = [
  'driver',
  'dialect',
  'placeholder',
  'params',
  'library',
  'framework',
  'receiver',
];

function wrongWords(
  kind: string,
  roles: readonly string[],
  data: readonly string[],
): readonly string[] {
  const known = kinds[kind];
  if (known === undefined) return [`no kind ${kind}`];
  return [
    ...roles
      .filter((role) => !known.roles.includes(role))
      .map((role) => `${kind}: no role ${role}`),
    ...data
      .filter((key) => !forRepairs.includes(key) && !Object.hasOwn(known.data ?? {}, key))
      .map((key) => `${kind}: no data ${key}`),
  ];
}

function wrongSink({ kind, roles, data }: SinkSpec): readonly string[] {
  return wrongWords(kind, Object.keys(roles ?? {}), Object.keys(data ?? {}));
}

function wrongEntry({ returns }: EntryPointSpec): readonly string[] {
  return returns ? wrongWords(returns.kind, ['content'], Object.keys(returns.data ?? {})) : [];
}

/** What in a model is no word of siteKinds.ts. */
function wrongIn(model: FrameworkModel): readonly string[] {
  const found = [
    ...(model.sinks ?? []).flatMap(wrongSink),
    ...(model.entryPoints ?? []).flatMap(wrongEntry),
    ...[
      ...(model.calls ?? []).flatMap(({ cleans, effect }) => [
        ...(cleans ?? []),
        ...(effect?.on === 'check' ? (effect.cleans ?? []) : []),
      ]),
      ...(model.checks ?? []).flatMap(({ cleans }) => cleans ?? []),
      ...(model.sources ?? []).flatMap(({ harmless }) =>
        (harmless ?? []).filter((kind) => kind !== startsWithSlash),
      ),
    ].flatMap((kind) => wrongWords(kind, [], [])),
  ];
  return [...new Set(found)];
}

const folders = readdirSync(__dirname).filter((name) =>
  existsSync(path.join(__dirname, name, 'model.ts')),
);

describe.each(folders)('models of %s', (folder) => {
  let models: readonly FrameworkModel[] = [];
  beforeAll(async () => {
    const exported: Record<string, CompiledModel> = await import(`./${folder}/model.ts`);
    models = Object.values(exported).flatMap(({ language }) => language.models);
  });

  it('use the words of siteKinds', () => {
    expect(models.length).toBeGreaterThan(0);
    const wrong = models.map((model) => [model.name, wrongIn(model)] as const);
    expect(Object.fromEntries(wrong.filter(([, words]) => words.length > 0))).toEqual({});
  });

  it('have a name of their own and a page each', () => {
    const names = models.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { name, doc } of models) expect(doc, name).toMatch(/^https:\/\/[\w.-]+\//);
  });
});

it('rules look at kinds that exist', () => {
  for (const rule of rules) {
    expect(
      rule.siteKinds.filter((kind) => !Object.hasOwn(kinds, kind)),
      rule.id,
    ).toEqual([]);
  }
});

it('finds words that do not exist', () => {
  const planted: FrameworkModel = {
    name: 'planted',
    doc: 'https://example.com/',
    sinks: [
      { kind: 'sqll', at: { call: 'a.b' } },
      { kind: 'sql', at: { call: 'a.b' }, roles: { txt: { position: 0 } }, data: { drivr: 'x' } },
    ],
    calls: [{ call: 'a.c', result: 'clean', cleans: ['htm'] }],
    checks: [{ call: 'a.d', subject: 'receiver', when: true, cleans: ['file'] }],
    sources: [{ symbol: 'a.e', kind: 'remote', label: 'the body', harmless: ['nosql'] }],
    entryPoints: [
      { by: 'param-decorator', decorator: 'a.f', label: 'the body', returns: { kind: 'page' } },
    ],
  };
  expect(wrongIn(planted)).toEqual([
    'no kind sqll',
    'sql: no role txt',
    'sql: no data drivr',
    'no kind page',
    'no kind htm',
    'no kind file',
    'no kind nosql',
  ]);
});
