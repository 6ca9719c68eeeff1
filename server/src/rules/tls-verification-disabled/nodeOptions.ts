import type { Expr, MapExpr, Module } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { nodesAt } from '../edits';
import { entryNamed, removeItem, setEntry, stringText } from '../repairs/options';
import type { FixDraft, Observation, RuleContext } from '../rule';

type Messages = Readonly<Record<'certificate' | 'hostname' | 'protocol', string>>;

/** Options of `tls` in Node.js, wherever they are written: clients and databases pass them on. */
export function nodeOptions(context: RuleContext, messages: Messages): readonly Observation[] {
  const { module } = context;
  return nodesOf(module, 'map').flatMap((map): readonly Observation[] => {
    const at = { start: map.start, end: map.end };
    if (isOld(map) || negotiatesOld(map)) {
      const fixes = () => newProtocol(map, context);
      return [{ at, severity: 'warning', message: messages.protocol, fixes }];
    }
    const names = field(map, 'checkServerIdentity');
    if (names && acceptsAll(names)) {
      const fixes = () => compareName(map, context);
      return [{ at: names, severity: 'warning', message: messages.hostname, fixes }];
    }
    return trustsAnyDatabase(map, module)
      ? [
          {
            at,
            severity: 'warning',
            message: messages.certificate,
            fixes: () => checkDatabase(map, context),
          },
        ]
      : [];
  });
}

/** Node.js takes either a method or a version, not both. */
function newProtocol(map: MapExpr, context: RuleContext): readonly FixDraft[] {
  const version = stringText('TLSv1.2', context);
  const title = 'Allow TLS 1.2 and later only';
  const method = entryNamed(map, 'secureProtocol');
  if (!method) {
    const edits = setEntry(map, 'minVersion', version, context);
    return edits ? [{ title, edits, safe: true }] : [];
  }
  const edits = [{ start: method.start, end: method.end, newText: `minVersion: ${version}` }];
  return entryNamed(map, 'minVersion') ? [] : [{ title, edits, safe: true }];
}

function compareName(map: MapExpr, context: RuleContext): readonly FixDraft[] {
  const entry = entryNamed(map, 'checkServerIdentity');
  const { start, end } = map;
  const edit =
    map.entries.length === 1
      ? { start, end, newText: '{}' }
      : entry && removeItem(map.entries, entry, context);
  return edit ? [{ title: 'Leave the check on', edits: [edit], safe: false }] : [];
}

function checkDatabase(map: MapExpr, context: RuleContext): readonly FixDraft[] {
  const options = field(map, 'dialectOptions');
  const ssl = options?.kind === 'map' ? field(options, 'ssl') : undefined;
  const edits =
    ssl?.kind === 'map' ? setEntry(ssl, 'rejectUnauthorized', 'true', context) : undefined;
  return edits ? [{ title: 'Check the certificate', edits, safe: false }] : [];
}

function field({ entries }: MapExpr, name: string): Expr | undefined {
  return entries.find(({ key }) => key?.kind === 'literal' && key.value === name)?.value;
}

/** `{ minVersion: 'TLSv1' }`. */
function isOld(map: MapExpr): boolean {
  const least = field(map, 'minVersion');
  return least?.kind === 'literal' && /^TLSv1(?:\.[01])?$/.test(String(least.value));
}

/**
 * `SSLv23_method` agrees on any version that the other side knows, unless the old ones are left out:
 * https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions
 */
function negotiatesOld(map: MapExpr): boolean {
  const method = field(map, 'secureProtocol');
  if (method?.kind !== 'literal' || !/^SSLv23_/.test(String(method.value))) return false;
  const limits = field(map, 'secureOptions');
  if (!limits) return true;
  const names = new Set<string>();
  let isKnown = true;
  walk(limits, (node) => {
    if (node.kind === 'member') names.add(node.property);
    else if (node.kind === 'call') isKnown = false;
  });
  return isKnown && names.size > 0 && !names.has('SSL_OP_NO_TLSv1');
}

/** A function that looks at nothing: whoever refuses a name gives an error back. */
function acceptsAll(check: Expr): boolean {
  if (check.kind !== 'function') return false;
  let looks = false;
  walk(check.fn.body, (node) => {
    if (node.kind === 'call' || node.kind === 'throw' || node.kind === 'if') looks = true;
  });
  return !looks;
}

/** Settings of a database that a file of its own exports, so no call shows what they are for. */
function trustsAnyDatabase(map: MapExpr, module: Module): boolean {
  if (!field(map, 'dialect')) return false;
  const options = field(map, 'dialectOptions');
  const ssl = options?.kind === 'map' ? field(options, 'ssl') : undefined;
  const verifies = ssl?.kind === 'map' ? field(ssl, 'rejectUnauthorized') : undefined;
  if (verifies?.kind !== 'literal' || verifies.value !== false) return false;
  return !nodesAt(module, map).some(({ kind }) => kind === 'call');
}
