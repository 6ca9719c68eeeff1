import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { nodesAt } from '../edits';
import { sitesOf } from '../report';
import {
  type Detection,
  type Exposure,
  exposure,
  type Rule,
  type RuleContext,
  sensitive,
} from '../rule';
import { fixes } from './fix';
import { inSql } from './inSql';

const storedMessage =
  'This stores the password as it was typed. Whoever gets to see the database can log in as every user. Store a bcrypt or scrypt hash instead.';
const comparedMessage =
  'This compares the password with a stored one as text, so it must be stored as text. Store a bcrypt or scrypt hash, and let the library compare.';
export type PasswordUse = 'stored' | 'in-collection' | 'compared' | 'compared-in-sql' | 'field';

/** CWE-256: a password kept as text. */
export const rule: Rule = {
  id: 'plaintext-password',
  title: 'Password kept as text',
  cwe: [256],
  owasp: 'A04:2025 Cryptographic Failures',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'sql', 'ruby', 'php', 'java'],
  siteKinds: [
    'sql',
    'sql-values',
    'compare',
    'password-field',
    'password-record',
    'password-lookup',
  ],
  check(site, context) {
    switch (site.kind) {
      case 'sql':
        return checkSql(site, context);
      case 'sql-values':
        return checkValues(site, context);
      case 'compare':
        return checkCompare(site, context);
      case 'password-field':
        return checkField(site, context);
      case 'password-record':
        return isHashedByModel(site, context)
          ? undefined
          : checkStored(site, role(site, 'password'), 'stored', context);
      case 'password-lookup':
        return checkStored(site, role(site, 'password'), 'compared-in-sql', context);
      default:
        return checkStored(site, role(site, 'password'), 'stored', context);
    }
  },
  sql: inSql,
  fixes,
};

/** What makes a model of Rails hash the password that it is given. */
const hashesItself =
  /\b(?:setPasswordAttribute|Attribute::make|has_secure_password|devise|authenticates_with_sorcery!|acts_as_authentic|attr_accessor\s+:password|def\s+password=|before_(?:save|create|validation)|include\s+\w)|['"]hashed['"]/;

/** Rails, Laravel: only where the model itself is in the file, it can be seen that nothing hashes. */
function isHashedByModel(site: Site, { module, text }: RuleContext): boolean {
  if (!/^(?:rails|laravel)$/.test(site.spec?.data?.framework ?? '')) return false;
  const around = nodesAt(module, site.node).findLast(({ kind }) => kind === 'class-decl');
  if (around?.kind !== 'class-decl') return true;
  const isModel = around.cls.supers.some((parent) =>
    /\b(?:ApplicationRecord|ActiveRecord::Base|Model|Authenticatable)$/.test(
      text.slice(parent.start, parent.end),
    ),
  );
  return !isModel || hashesItself.test(text.slice(around.start, around.end));
}

/** How a typed password reaches a value; a function that we do not know may have hashed it. */
function typedPassword(of: Value, context: RuleContext): Exposure {
  if (!sensitive(of, 'password')) return { level: 'none' };
  const found = exposure(of, 'password', context.flow);
  return found.level === 'uncertain' ? { level: 'none' } : found;
}

function detection(
  site: Site,
  at: Expr,
  message: string,
  use: PasswordUse,
  from: Exposure,
): Detection | undefined {
  if (from.level === 'none') return undefined;
  return {
    at: { start: at.start, end: at.end },
    severity: from.level === 'remote' ? 'error' : 'warning',
    message,
    taint: from.taint,
    site,
    detail: use,
  };
}

function checkStored(
  site: Site,
  arg: SiteArg | undefined,
  use: PasswordUse,
  context: RuleContext,
): Detection | undefined {
  if (!arg) return undefined;
  const held = heldPassword(arg.node, arg.value, context);
  if (!held) return undefined;
  const message = use === 'stored' ? storedMessage : comparedMessage;
  const found = detection(site, held.node, message, use, held.from);
  return found && held.isCollection ? { ...found, detail: 'in-collection' } : found;
}

/** The innermost expression of a collection that is the password. */
function heldPassword(
  node: Expr,
  of: Value,
  context: RuleContext,
): { node: Expr; from: Exposure; isCollection: boolean } | undefined {
  if (node.kind === 'list' && of.shape?.kind === 'list') {
    for (const [i, element] of node.elements.entries()) {
      const inner = of.shape.elements[i];
      const held = inner && !element.spread && heldPassword(element.value, inner, context);
      if (held) return held;
    }
    return undefined;
  }
  if (node.kind === 'map' && of.shape?.kind === 'map') {
    for (const entry of node.entries) {
      const key = entry.key?.kind === 'literal' ? String(entry.key.value) : undefined;
      const inner = key === undefined ? undefined : of.shape.fields.get(key);
      const held = inner && heldPassword(entry.value, inner, context);
      if (held) return held;
    }
    return undefined;
  }
  const from = typedPassword(of, context);
  return from.level === 'none' ? undefined : { node, from, isCollection: of.shape !== undefined };
}

function checkSql(site: Site, context: RuleContext): Detection | undefined {
  const text = role(site, 'text');
  if (!text) return undefined;
  const pieces = text.value.text?.pieces;
  const use = sqlUse(sqlOf(text));
  if (!use) return undefined;
  for (const piece of pieces ?? []) {
    if (piece.text !== undefined) continue;
    const from = typedPassword(piece.value, context);
    const message = use === 'stored' ? storedMessage : comparedMessage;
    const found = detection(site, piece.node, message, use, from);
    if (found) return found;
  }
  for (const arg of valuesOf(site, text)) {
    const found = checkStored(site, arg, use, context);
    if (found) return found;
  }
  return undefined;
}

/** The values of the statement: one argument has them, or in Java each is an argument behind the text. */
function valuesOf(site: Site, text: SiteArg): readonly SiteArg[] {
  const params = role(site, 'params');
  if (params || site.spec?.data?.driver !== 'jdbc') return params ? [params] : [];
  return site.args.filter(({ node }) => node.start > text.node.end);
}

/** The statement's text, with a mark in each hole. */
function sqlOf(text: SiteArg | undefined): string {
  const known = text?.value.constant?.value;
  const built = text?.value.text?.pieces.map((piece) => piece.text ?? '?').join('');
  return built ?? (typeof known === 'string' ? known : '');
}

function sqlUse(sql: string): PasswordUse | undefined {
  if (/^\s*(?:insert|update|replace|merge)\b/i.test(sql)) return 'stored';
  if (/^\s*(?:select|with|delete)\b/i.test(sql)) return 'compared-in-sql';
  return undefined;
}

/** Values given to a prepared statement, which a call before in the same function has made. */
function checkValues(site: Site, context: RuleContext): Detection | undefined {
  const callee = site.node.kind === 'call' ? site.node.callee : undefined;
  const runs = callee?.kind === 'member' && callee.property === 'run';
  const statements = sitesOf(context, 'sql').filter(({ fn }) => fn === site.fn);
  const uses = statements.map((statement) => sqlUse(sqlOf(role(statement, 'text'))));
  const use = runs || uses.includes('stored') ? 'stored' : 'compared-in-sql';
  for (const arg of site.args) {
    const found = checkStored(site, arg, use, context);
    if (found) return found;
  }
  return undefined;
}

/** A typed password and a stored one: exactly one of the two comes from the user. */
function checkCompare(site: Site, context: RuleContext): Detection | undefined {
  const left = role(site, 'left') ?? site.args[0];
  const right = role(site, 'right') ?? site.args[1];
  if (!left || !right) return undefined;
  for (const [typed, stored] of [
    [left, right],
    [right, left],
  ] as const) {
    const from = typedPassword(typed.value, context);
    if (from.level === 'none') continue;
    const label = sensitive(stored.value, 'password');
    if (
      !label ||
      stored.value.constant ||
      /confirm|repeat|again|retype|verif|old|new|2$/i.test(label.source.label)
    ) {
      continue;
    }
    if (!isField(stored.node)) continue;
    const { level } = exposure(stored.value, 'password', context.flow);
    // A second field of the form, or a setting of the server: no column of a database.
    if (level === 'remote' || level === 'local') continue;
    // What a function that we do not know gives for a name is most likely the record.
    const isFound = level === 'uncertain';
    if (level !== 'none' && !isFound && sameSource(typed, stored)) continue;
    const how = isFound ? { level, taint: from.taint } : from;
    return detection(site, site.node, comparedMessage, 'compared', how);
  }
  return undefined;
}

/** A column of a record: `user.password`, `user['password']`, `user.getPassword()`. */
function isField(node: Expr): boolean {
  if (node.kind === 'call') return node.callee.kind === 'member' && node.args.length === 0;
  return node.kind === 'member' || node.kind === 'index';
}

/** Two fields of one form, or of one parameter. */
function sameSource(a: SiteArg, b: SiteArg): boolean {
  return a.value.taints.some(
    (taint) =>
      taint.source.kind !== 'password' &&
      b.value.taints.some(
        (other) =>
          other.source.start === taint.source.start && other.source.kind === taint.source.kind,
      ),
  );
}

/** `user.password = …` on a Django model: `set_password` hashes. */
function checkField(site: Site, context: RuleContext): Detection | undefined {
  const isDjango = [...context.flow.imports].some(
    (name) => name === 'django' || name.startsWith('django.'),
  );
  const arg = site.args[0];
  if (!isDjango || !arg || site.node.kind !== 'assign' || site.node.target.kind !== 'member')
    return undefined;
  // `self.password` in a class of the learner's own is no database field that we know of.
  if (site.receiver?.value.instance) return undefined;
  return detection(site, site.node, storedMessage, 'field', typedPassword(arg.value, context));
}
