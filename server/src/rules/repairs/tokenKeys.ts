import { fieldAt } from '../../engine/conditions';
import { role, type Site } from '../../engine/sites';
import type { Expr, Module, Span } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, nodesAt, source } from '../edits';
import { sitesOf } from '../report';
import { type RuleContext, stringOf } from '../rule';
import { readVariable } from './environment';

/** With which key and algorithm a program makes and checks its tokens. */
export interface TokenKey {
  /** Code that gives the key. */
  readonly text: string;
  readonly algorithm: string;
  readonly edits: readonly TextEdit[];
  /** Whether the file itself uses it for its tokens; else a variable of the environment has it. */
  readonly isKnown: boolean;
  /** Whether the file has no other one that it might be. */
  readonly isOnly: boolean;
  /** The function that it is used with: libraries take it in forms of their own. */
  readonly usedBy: string;
}

/** The key that the file signs or verifies other tokens with, where it can be named at the site. */
export function tokenKey(site: Site, context: RuleContext): TokenKey {
  const others = sitesOf(context, 'jwt-sign', 'jwt-verify', 'secret').filter(
    (other) => other.node !== site.node && other.spec?.data?.none !== 'yes',
  );
  const signed = others.find((other) => other.kind === 'jwt-sign' && algorithmOf(other));
  const algorithm = (signed && algorithmOf(signed)) ?? 'HS256';
  const isPair = !/^HS\d+$/.test(algorithm);
  const keys = others.flatMap((other) => {
    if (isPair && other.kind !== 'jwt-verify') return [];
    if (other.kind === 'secret' && other.spec?.data?.of !== 'jwt') return [];
    const key = role(other, other.kind === 'secret' ? 'value' : 'key')?.node;
    if (!key || other.file !== context.flow.file || !isNameable(key, site, context)) return [];
    const usedBy = other.spec && 'call' in other.spec.at ? other.spec.at.call : '';
    return [{ text: source(context, key), usedBy }];
  });
  const [first] = keys;
  if (first) {
    const isOnly = keys.every(({ text }) => text === first.text);
    return { ...first, algorithm, edits: [], isKnown: true, isOnly };
  }
  const read = readVariable(isPair ? 'JWT_PUBLIC_KEY' : 'JWT_SECRET', context);
  return { ...read, algorithm, isKnown: false, isOnly: false, usedBy: '' };
}

function algorithmOf(site: Site): string | undefined {
  const options = role(site, 'options');
  const held = options && fieldAt(options.value, ['algorithm']);
  const inOptions = held === 'absent' ? undefined : held?.constant?.value;
  const named = stringOf(role(site, 'algorithm')) ?? inOptions;
  return typeof named === 'string' && /^[HREP]S\d+$/.test(named) ? named : undefined;
}

/** Names that every program of a language has. */
const globals = /^(?:process|os|ENV|System|Buffer|getenv|env|config|settings|Rails)$/;

/** Whether every name of an expression means the same at the site. */
function isNameable(key: Expr, site: Site, context: RuleContext): boolean {
  if (key.kind === 'literal' || key.kind === 'function' || key.kind === 'string') return false;
  if (!nodesAt(context.module, key).includes(key)) return false;
  if (enclosingFunction(context.module, key) === enclosingFunction(context.module, site.node)) {
    return key.end <= site.node.start || key.start >= site.node.end;
  }
  const visible = visibleNames(site, context.module);
  let isVisible = true;
  walk(key, (node) => {
    if (node.kind === 'name' && !globals.test(node.name) && !visible.has(node.name)) {
      isVisible = false;
    }
  });
  return isVisible;
}

/** Names of the module's top level and of the class around the site. */
function visibleNames(site: Site, module: Module): ReadonlySet<string> {
  const classOf = (span: Span) =>
    nodesAt(module, span).findLast((node) => node.kind === 'class' || node.kind === 'class-decl');
  const around = classOf(site.node);
  const names = new Set(around ? ['this', 'self', '$this'] : []);
  for (const stmt of module.body) {
    if (stmt.kind === 'import') for (const { local } of stmt.names) names.add(local);
    if (stmt.kind === 'class-decl' && stmt.cls.name) names.add(stmt.cls.name);
  }
  for (const { target, start, end } of nodesOf(module, 'assign')) {
    if (target.kind !== 'name' || enclosingFunction(module, { start, end })) continue;
    const owner = classOf({ start, end });
    if (owner && owner !== around) continue;
    // PHP and Ruby keep what is no constant from their functions.
    const isLocal =
      target.name.startsWith('$') || (module.language === 'ruby' && /^[a-z_]/.test(target.name));
    if (!isLocal) names.add(target.name);
  }
  return names;
}
