import { role, type Site } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { isPrimary, source } from '../edits';
import { importClass, importFrom } from '../repairs/imports';
import { addArguments, setEntry, stringText } from '../repairs/options';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

const minutes = 15;

/**
 * Gives the token an end. A preview: a program that has no way to renew tokens needs one, or a longer
 * life.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  if (site.node.kind !== 'call') return [];
  const title = `Let the token end after ${minutes} minutes`;
  return waysFor(site, site.node, context).flatMap((edits) =>
    edits ? [{ title, edits, safe: false }] : [],
  );
}

type Edits = readonly TextEdit[] | undefined;

function waysFor(site: Site, call: Call, context: RuleContext): readonly Edits[] {
  switch (context.module.language) {
    case 'java':
      return [inChain(call, javaSetter(call, context), context)];
    case 'python':
      return inPayload(site, pythonEnd(context), context);
    case 'ruby':
      return inPayload(site, { text: `Time.now.to_i + ${minutes} * 60`, edits: [] }, context);
    case 'php':
      return inPayload(site, { text: `time() + ${minutes} * 60`, edits: [] }, context);
    default: {
      if (site.spec?.data?.expiry === 'options') return [inOptions(site, call, context)];
      if (site.spec?.data?.expiry === 'no') {
        const text = `.setExpirationTime(${stringText(`${minutes}m`, context)})`;
        return [inChain(call, { text, edits: [] }, context)];
      }
      const text = `Math.floor(Date.now() / 1000) + ${minutes} * 60`;
      return inPayload(site, { text, edits: [] }, context);
    }
  }
}

interface Written {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** jsonwebtoken: `expiresIn`, which it takes for objects only. */
function inOptions(site: Site, call: Call, context: RuleContext): Edits {
  const payload = role(site, 'payload');
  if (!payload || typeof payload.value.constant?.value === 'string') return undefined;
  const value = stringText(`${minutes}m`, context);
  const options = role(site, 'options')?.node;
  if (!options) return addArguments(call, [`{ expiresIn: ${value} }`], context);
  const map = writtenMap(options, context);
  return map && setEntry(map, 'expiresIn', value, context);
}

/** PyJWT takes a time with its zone: https://pyjwt.readthedocs.io/en/stable/usage.html#expiration-time-claim-exp */
function pythonEnd(context: RuleContext): Written {
  const { text, module } = context;
  // `import datetime` takes the name that the class has.
  const isModule = module.body.some(
    (stmt) =>
      stmt.kind === 'import' &&
      stmt.source === 'datetime' &&
      stmt.names.some(({ imported, local }) => imported === '*' && local === 'datetime'),
  );
  if (isModule) {
    const now = 'datetime.datetime.now(datetime.timezone.utc)';
    return { text: `${now} + datetime.timedelta(minutes=${minutes})`, edits: [] };
  }
  if (/\bimport\s+datetime\s+as\b/.test(text)) return { text: '', edits: [] };
  const known = ['datetime', 'timedelta', 'timezone'].map((name) =>
    importFrom(context, 'datetime', name),
  );
  const [datetime, timedelta, timezone] = known.map(({ name }) => name);
  const end = `${datetime}.now(${timezone}.utc) + ${timedelta}(minutes=${minutes})`;
  return { text: end, edits: together(known.map(({ edits }) => edits)) };
}

/** Names that come from one module come with one line. */
function together(all: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const [first, ...more] = all.flat();
  if (!first) return [];
  const names = more.map(({ newText }) => /(?:import|,) (\w+)\s*$/.exec(newText)?.[1] ?? '');
  const [, body = '', breakBehind = ''] = /^([\s\S]*?)(\s*)$/.exec(first.newText) ?? [];
  return [{ ...first, newText: [body, ...names].join(', ') + breakBehind }];
}

/** Adds `exp` to the claims: where they are written, else around what holds them. */
function inPayload(site: Site, end: Written, context: RuleContext): readonly Edits[] {
  const payload = role(site, 'payload');
  if (!payload || payload.spread || payload.value.constant || end.text === '') return [];
  const map = writtenMap(payload.node, context);
  const inside = map && setEntry(map, 'exp', end.text, context);
  const around = withEnd(payload.node, end.text, context);
  const { start, end: stop } = payload.node;
  return [
    inside && [...inside, ...end.edits],
    around === undefined ? undefined : [{ start, end: stop, newText: around }, ...end.edits],
  ];
}

function withEnd(payload: Expr, end: string, context: RuleContext): string | undefined {
  if (payload.kind === 'map' || !isPrimary(payload)) return undefined;
  const written = source(context, payload);
  const key = stringText('exp', context);
  switch (context.module.language) {
    case 'python':
      return `{**${written}, ${key}: ${end}}`;
    case 'ruby':
      return `${written}.merge(exp: ${end})`;
    case 'php':
      return `array_merge(${written}, [${key} => ${end}])`;
    default:
      return `{ ...${written}, exp: ${end} }`;
  }
}

/** The collection itself, or the only one that its variable is given. */
function writtenMap(node: Expr, { module }: RuleContext) {
  const given = node.kind === 'name' ? assignmentsTo(node.name, node, module) : [node];
  const [only] = given;
  return given.length === 1 && only?.kind === 'map' ? only : undefined;
}

/** Builders of Java: java-jwt, and both generations of JJWT. */
function javaSetter(call: Call, context: RuleContext): Written | undefined {
  const date = importClass(context, 'java.util.Date');
  const end = `new ${date.name}(System.currentTimeMillis() + ${minutes} * 60 * 1000)`;
  const written = source(context, call);
  const last = call.callee.kind === 'member' ? call.callee.property : '';
  if (last === 'sign') return { text: `.withExpiresAt(${end})`, edits: date.edits };
  if (last !== 'compact') return undefined;
  // Since version 0.12 the setters have lost their `set`.
  const isNew = /\.(?:subject|issuer|issuedAt|audience|id|claims)\(/.test(written);
  return { text: `.${isNew ? 'expiration' : 'setExpiration'}(${end})`, edits: date.edits };
}

/** Puts a call in front of the last one of a chain, on a line of its own where that is. */
function inChain({ callee }: Call, written: Written | undefined, { text }: RuleContext): Edits {
  if (!written || callee.kind !== 'member') return undefined;
  const at = callee.object.end;
  const space = /^\s*/.exec(text.slice(at))?.[0] ?? '';
  return [{ start: at, end: at, newText: space + written.text }, ...written.edits];
}
