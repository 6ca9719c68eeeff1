import { role } from '../../engine/sites';
import type { Expr } from '../../ir/types';
import { nodesAt, source } from '../edits';
import { draft, libraryFor } from '../repairs/passwordLibraries';
import type { Detection, FixDraft, RuleContext } from '../rule';
import type { PasswordUse } from './rule';

/**
 * Repairs: hash where the password is stored, let the library compare. All of them change what the
 * database holds, so a person has to look at them.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site, taint } = detection;
  const use = detection.detail as PasswordUse;
  // A collection that holds the password somewhere is not what has to be hashed.
  if (use === 'compared-in-sql' || use === 'in-collection') return [];
  if (use === 'field') return fieldFix(detection, context);
  const library = libraryFor(context);
  if (use === 'compared') {
    const left = role(site, 'left') ?? site.args[0];
    const right = role(site, 'right') ?? site.args[1];
    if (!left || !right || !taint) return [];
    const isLeft = left.value.taints.includes(taint);
    // Of two parameters only their names can tell which one is stored.
    if (taint.source.kind === 'param' && !isRecord(isLeft ? right.node : left.node)) return [];
    const typed = isLeft ? left.node : right.node;
    const stored = isLeft ? right.node : left.node;
    const compared = library.compare(typed, stored, detection);
    const negative = site.node.kind === 'binary' && site.node.op.startsWith('!');
    // `if (await …)` has its parentheses already.
    const parent = nodesAt(context.module, site.node).at(-2);
    const isTest = parent?.kind === 'if' && parent.test === site.node;
    const plainText = isTest ? compared.text.replace(/^\((await .*)\)$/s, '$1') : compared.text;
    const text = negative ? library.not(compared.text) : plainText;
    return draft(`Compare with ${library.title}`, site.node, { ...compared, text });
  }
  const node = nodesAt(context.module, detection.at).find(
    (found) => found.start === detection.at.start && found.end === detection.at.end,
  );
  if (!node) return [];
  const hashed = library.hash(node as Expr, detection);
  // A shorthand property `{ password }` needs its name back.
  const parent = nodesAt(context.module, detection.at).at(-2);
  const shorthand =
    parent?.kind === 'map' &&
    parent.entries.some(
      (entry) => entry.key?.start === node.start && entry.value.start === node.start,
    );
  const text = shorthand ? `${source(context, node)}: ${hashed.text}` : hashed.text;
  return draft(`Hash with ${library.title}`, detection.at, { ...hashed, text });
}

/** `user.password`, `row['password']`: by its name, what was read from a database. */
function isRecord(node: Expr): boolean {
  const object =
    node.kind === 'call' && node.callee.kind === 'member'
      ? node.callee.object
      : node.kind === 'member' || node.kind === 'index'
        ? node.object
        : undefined;
  return (
    object?.kind === 'name' &&
    /user|account|member|customer|row|record|person|found|stored|saved|existing/i.test(object.name)
  );
}

/** Django: `user.password = x` becomes `user.set_password(x)`. */
function fieldFix(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = detection.site;
  if (node.kind !== 'assign' || node.target.kind !== 'member' || !node.value) return [];
  const text = `${source(context, node.target.object)}.set_password(${source(context, node.value)})`;
  return draft('Use set_password, which hashes (Django)', node, { text, edits: [] });
}
