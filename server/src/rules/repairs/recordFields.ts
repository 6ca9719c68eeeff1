import type { Expr, Span } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { source } from '../edits';
import { contains } from '../report';
import type { RuleContext } from '../rule';

/** Which fields of a record a person may set, as far as the file shows. */

/** Fields that give rights, or that no form has. */
const notForForms =
  /^(?:is_?)?(?:admin|super_?user|staff|root|banned|verified|approved|owner|active)$|^(?:roles?|permissions?|groups?|scopes?|balance|credit|secret|token|id|pk|_id|uuid)$|_ids?$|Id$|password|passwd|digest|hash|api_?key|created|updated|_at$|At$|__v/i;

/** Methods that look like fields where calls have no parentheses. */
const methods =
  /^(?:save|update|destroy|delete|valid|invalid|errors|reload|attributes|class|to_json|as_json|to_s|to_h|nil|present|blank|persisted|new_record|length|size|count|first|last|each|map|all|find|where|get|post|objects|query|create|build|new|require|permit|slice|items|keys|values|update_attributes|assign_attributes|create_with|toJSON|toObject|constructor|prototype|pipe|then|files|headers|method|data|json|form|args|body|params)$/;

/** What stands for fields that the file does not show. */
export const placeholder: readonly string[] = ['name'];

/** At most as many as a person reads. */
const maxFields = 12;

/**
 * Names of fields that the file reads of the record or of the data, without those that give rights;
 * empty when it shows none.
 *
 * @param names what the record is called: `user`
 * @param data what the data is called: `req.body`
 * @param around the function in which that is the same data
 */
export function shownFields(
  names: readonly string[],
  data: string | undefined,
  around: Span,
  context: RuleContext,
): readonly string[] {
  const found = new Set<string>();
  const isIt = (of: Expr) => {
    const written = source(context, of);
    return names.includes(plain(written)) || (written === data && contains(around, of));
  };
  for (const node of nodesOf(context.module, 'member')) {
    if (isIt(node.object)) found.add(node.property);
  }
  for (const node of nodesOf(context.module, 'call')) {
    // In Ruby and with `get('name')` a field is read by a call.
    const { callee, args } = node;
    const first = args[0]?.value;
    if (callee.kind !== 'member' || !isIt(callee.object)) continue;
    if (args.length > 0 || context.module.language !== 'ruby') found.delete(callee.property);
    if (callee.property === 'get' && first?.kind === 'literal') found.add(String(first.value));
    const getter = /^get([A-Z])(\w*)$/.exec(callee.property);
    if (getter && args.length === 0 && context.module.language === 'java') {
      found.add(getter[1]!.toLowerCase() + getter[2]);
    }
  }
  for (const node of nodesOf(context.module, 'index')) {
    if (node.index.kind !== 'literal' || typeof node.index.value !== 'string') continue;
    if (isIt(node.object)) found.add(node.index.value);
  }
  for (const { target, value } of nodesOf(context.module, 'assign')) {
    if (target.kind !== 'map-pattern' || !value) continue;
    if (!isIt(value)) continue;
    for (const { key } of target.elements) if (key !== undefined) found.add(key);
  }
  const read = settable([...found]);
  return (read.length > 0 ? read : settable(declaredFields(names, context))).slice(0, maxFields);
}

function settable(fields: readonly string[]): readonly string[] {
  return fields.filter(
    (name) => /^[A-Za-z_]\w*$/.test(name) && !notForForms.test(name) && !methods.test(name),
  );
}

/** `$user`, `@user`, `user!` and `this.user` are the same name. */
function plain(written: string): string {
  return written.replace(/^[@$]+|^(?:this|self)(?:\.|->)|[!?]+$/g, '');
}

/** The fields that the file's own model has: a schema of Mongoose or Sequelize, a class of Django. */
function declaredFields(names: readonly string[], context: RuleContext): readonly string[] {
  const found: string[] = [];
  for (const { callee, args } of nodesOf(context.module, 'call')) {
    if (!/(?:^|\.)(?:Schema|define)$/.test(source(context, callee))) continue;
    const map = args.find(({ value }) => value.kind === 'map')?.value;
    if (map?.kind !== 'map') continue;
    for (const { key } of map.entries) if (key?.kind === 'literal') found.push(String(key.value));
  }
  for (const { cls } of nodesOf(context.module, 'class-decl')) {
    if (context.module.language !== 'python') continue;
    if (!names.includes((cls.name ?? '').toLowerCase())) continue;
    for (const stmt of cls.body) {
      walk(stmt, (node) => {
        if (node.kind !== 'assign' || node.target.kind !== 'name' || !node.value) return;
        if (/Field\(|Column\(|mapped_column\(/.test(source(context, node.value))) {
          found.push(node.target.name);
        }
      });
    }
  }
  return found;
}

/** What a record is called: the variable itself, and what its class is called in lower case. */
export function recordNames(of: Expr | undefined, context: RuleContext): readonly string[] {
  if (!of) return [];
  const written = plain(source(context, of));
  const [root = ''] = /^[\w$]+/.exec(written) ?? [];
  const last = /(\w+)$/.exec(written)?.[1] ?? '';
  const names = [written, root, last];
  return [...new Set([...names, ...names.map((name) => name[0]?.toLowerCase() + name.slice(1))])];
}
