import { role, type Site } from '../../engine/sites';
import type { Assign, Call, Expr, Literal, MapExpr, Module } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import {
  decisive,
  isPasswordName,
  isPlaceholder,
  isSecretName,
  isWellKnownPassword,
} from '../credentials';
import { enclosingFunction } from '../edits';
import { onlyLiteral } from '../onlyLiteral';
import { exprAt, fromEnvironment } from '../repairs/environment';
import { detection, fieldOf, isExampleFile, isForDevelopment, isTestFile } from '../report';
import type { Observation, Rule, RuleContext } from '../rule';
import { config } from './config';
import { isRandomLooking, knownSecret, passwordInUrl } from './shapes';

const advice =
  'Everyone who sees the code or its history has it. Read it from the environment or a secret store, and replace it, since it is no longer secret.';
const keyMessage =
  'This key is written in the code, so everyone who sees the code can sign or decrypt with it and pose as anyone. Read it from the environment, and make a new random one.';

/** Folders with the texts of a program in other languages: `password` stands there for its label. */
const translation =
  /(?:^|[\\/])(?:lang|langs|languages|locales?|i18n|l10n|nls|translations?)[\\/]/i;

/** CWE-798: a secret in the source code. */
export const rule: Rule = {
  id: 'hardcoded-secret',
  title: 'Secret written in the code',
  cwe: [798, 321],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'error',
  languages: [
    'javascript',
    'typescript',
    'python',
    'java',
    'ruby',
    'compose',
    'spring',
    'dotenv',
    'rails',
    'php',
  ],
  siteKinds: ['secret'],
  config,
  check: checkSite,
  fixes: ({ at, site }, context) => {
    const node = exprAt(at, context);
    return node ? fromEnvironment(node, site.spec?.data?.of, context) : [];
  },
  inspect(context) {
    const observations: Observation[] = [];
    const add = (found: Observation, value: Expr) =>
      observations.push({ ...found, fixes: () => fromEnvironment(value, undefined, context) });
    const { file } = context.flow;
    const isTest = isTestFile(file, context.text) || isExampleFile(file) || translation.test(file);
    for (const literal of nodesOf(context.module, 'literal')) {
      const found = checkShape(literal, isTest);
      if (found) add(found, literal);
    }
    if (isTest) return observations;
    for (const [name, value] of defaults(context.module)) {
      const found = checkNamed(name, value);
      if (found) add(found, value);
    }
    for (const kind of ['assign', 'map', 'call'] as const) {
      for (const node of nodesOf(context.module, kind)) {
        for (const [name, value] of namedValues(node)) {
          const found = checkNamed(name, value);
          if (found) add(found, value);
        }
      }
    }
    return observations;
  },
};

/** Names of the secret in a map of options. */
const secretKeys = ['secret', 'password', 'secretOrKey', 'secretKey', 'key', 'keys'];

/** A constant where a library expects a secret. */
function checkSite(site: Site, context: RuleContext) {
  const given = role(site, 'value') ?? (site.node.kind === 'assign' ? site.args[0] : undefined);
  const arg = fieldOf(given, secretKeys) ?? given;
  // A list holds the key in use and older ones.
  const first = arg?.value.shape?.kind === 'list' ? arg.value.shape.elements[0] : arg?.value;
  const known = first?.constant?.value ?? (arg && onlyLiteral(arg.node, context.module));
  if (!arg || typeof known !== 'string' || known === '') return undefined;
  if (isTestFile(site.file, context.text) || isExampleFile(site.file)) return undefined;
  // A caller elsewhere gives the text, perhaps a test: the fault is not here.
  if (isParameter(arg.node, site, context) && !context.text.includes(known)) return undefined;
  if (isForDevelopment(site, context)) return undefined;
  // What is not a key at all: a marker to fill in, a name of a variable, a file with a public key.
  if (/^[<[{$%*.]|^x{3,}$|^-----BEGIN (?:PUBLIC|CERTIFICATE)/i.test(known.trim())) return undefined;
  if (arg.node.kind === 'literal' && checkShape(arg.node, false)) return undefined;
  const isKey = decisive.has(site.spec?.data?.of ?? '');
  // A well-known password is no secret at all, which another rule says.
  if (!isKey && (isPlaceholder(known) || isWellKnownPassword(known))) return undefined;
  if (!isKey && !isRandomLooking(known, true)) return undefined;
  if (isFallback(arg.node)) return undefined;
  return detection(
    site,
    isKey ? 'error' : 'warning',
    isKey ? keyMessage : `This secret is written in the code. ${advice}`,
    { at: arg.node },
  );
}

function isParameter(node: Expr, site: Site, { module }: RuleContext): boolean {
  const params = enclosingFunction(module, site.node)?.params ?? [];
  return (
    node.kind === 'name' &&
    params.some(({ target }) => target.kind === 'name' && target.name === node.name)
  );
}

function isFallback(node: Expr): boolean {
  return node.kind === 'binary' || node.kind === 'conditional';
}

/** A text that can be nothing else than a secret of a known service. */
function checkShape(literal: Literal, isTest: boolean): Observation | undefined {
  const { value, start, end } = literal;
  if (typeof value !== 'string' || literal.regex || value.length < 12) return undefined;
  const at = { start, end };
  const service = knownSecret(value);
  if (service) {
    return {
      at,
      severity: isTest || service.isPublic ? 'warning' : 'error',
      message: `This is ${service.what}, written in the code. ${advice}`,
    };
  }
  if (isTest || !passwordInUrl(value)) return undefined;
  return {
    at,
    severity: 'warning',
    message: `This address has a password in it. ${advice}`,
  };
}

/** A text that looks random, or a password, behind a name that stands for a secret. */
function checkNamed(written: string, value: Expr): Observation | undefined {
  const name = written.replace(/^[$@:]+/, '');
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.regex) return undefined;
  const text = value.value;
  if (/[/\s]/.test(name) || !isSecretName(name) || isPlaceholder(text) || knownSecret(text))
    return undefined;
  if (!isRandomLooking(text, isPasswordName(name))) return undefined;
  return {
    at: { start: value.start, end: value.end },
    severity: 'warning',
    message: `This looks like a secret, written in the code. ${advice}`,
  };
}

const noNames: readonly (readonly [string, Expr])[] = [];

/** Parameters with the values that they have when nobody passes one. */
function defaults(module: Module): readonly (readonly [string, Expr])[] {
  const functions = [
    ...nodesOf(module, 'function').map(({ fn }) => fn),
    ...nodesOf(module, 'function-decl').map(({ fn }) => fn),
    ...nodesOf(module, 'class').flatMap(({ cls }) => cls.methods),
    ...nodesOf(module, 'class-decl').flatMap(({ cls }) => cls.methods),
  ];
  return functions.flatMap(({ params }) =>
    params.flatMap(({ target, default: value }) =>
      value && target.kind === 'name' ? [[target.name, value] as const] : [],
    ),
  );
}

/** The names in a node with the values that they get: variables, fields, keywords. */
function namedValues(node: Assign | MapExpr | Call): readonly (readonly [string, Expr])[] {
  switch (node.kind) {
    case 'assign': {
      const { target, value } = node;
      if (!value) return noNames;
      if (target.kind === 'name') return [[target.name, value]];
      if (target.kind === 'member') return [[target.property, value]];
      if (target.kind === 'index' && target.index.kind === 'literal') {
        return [[String(target.index.value), value]];
      }
      return noNames;
    }
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        key?.kind === 'literal' ? [[String(key.value), value] as const] : [],
      );
    case 'call':
      if (!node.args.some(({ name }) => name !== undefined)) return noNames;
      return node.args.flatMap(({ name, value }) =>
        name === undefined ? [] : [[name, value] as const],
      );
  }
}
