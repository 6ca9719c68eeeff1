import type { Call, Expr } from '../../ir/types';
import { walk } from '../../ir/walk';
import { enclosingFunction, nodesAt, source } from '../edits';
import { draft, libraryFor, plain, span } from '../repairs/passwordLibraries';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Hashes, or compares, with a library made for passwords; the old hashes in the database stay behind. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const library = libraryFor(context);
  const chain = hashChain(detection, context);
  const data = chain && hashedData(chain);
  if (!data) return [];
  const bytes = context.module.language === 'python' && plain(data) === data;
  // A library that takes text cannot take what was made bytes by other means.
  if (bytes && !library.takesBytes) return [];
  const comparison = nodesAt(context.module, chain).findLast(
    (node) => node.kind === 'binary' && /^[!=]==?$/.test(node.op),
  );
  if (comparison?.kind === 'binary') {
    // A salted hash comes out different each time: the library has to compare.
    if (comparison.left !== chain && comparison.right !== chain) return [];
    const stored = comparison.left === chain ? comparison.right : comparison.left;
    if (bytes) return [];
    const compared = library.compare(data, stored, detection);
    const text = comparison.op.startsWith('!') ? library.not(compared.text) : compared.text;
    return draft(`Compare with ${library.title}`, [
      { ...span(comparison), newText: text },
      ...compared.edits,
    ]);
  }
  if (isLookedUp(chain, context)) return [];
  const hashed = library.hash(data, detection, bytes);
  return draft(`Hash with ${library.title}`, [
    { ...span(chain), newText: hashed.text },
    ...hashed.edits,
  ]);
}

/** `createHash('md5').update(password).digest('hex')`, `hashlib.md5(password).hexdigest()`: all of it. */
function hashChain(detection: Detection, context: RuleContext): Call | undefined {
  const path = nodesAt(context.module, detection.site.node);
  let chain: Call | undefined;
  for (const node of path) {
    if (node.kind !== 'call' || node.callee.kind !== 'member') continue;
    if (/^(?:hex)?digest$/.test(node.callee.property)) chain = node;
  }
  return chain;
}

/** Whether the hash is kept in a variable that is compared or looked up, as only a plain hash can be. */
function isLookedUp(chain: Call, context: RuleContext): boolean {
  const assign = nodesAt(context.module, chain).findLast((node) => node.kind === 'assign');
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name') return false;
  const { name } = assign.target;
  const isName = (of: Expr) => of.kind === 'name' && of.name === name;
  const fn = enclosingFunction(context.module, chain);
  let found = false;
  for (const root of fn ? [fn.body] : context.module.body) {
    walk(root, (node) => {
      if (node.kind === 'binary' && /^[!=]==?$/.test(node.op))
        found ||= isName(node.left) || isName(node.right);
      if (node.kind === 'call' && /\bselect\b/i.test(source(context, node.argsSpan))) {
        found ||= new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\b`).test(
          source(context, node.argsSpan),
        );
      }
    });
  }
  return found;
}

/** What the chain hashes, when it is hashed in one piece. */
function hashedData(chain: Call): Expr | undefined {
  let data: Expr | undefined;
  for (let at: Expr = chain; at.kind === 'call'; ) {
    const { callee, args }: Call = at;
    if (callee.kind !== 'member') break;
    const given = callee.property === 'createHash' || callee.property === 'new' ? [] : args;
    if (callee.property === 'createHmac') return undefined;
    if (!/digest$/i.test(callee.property) && given[0]) {
      if (data) return undefined;
      data = given[0].value;
    }
    at = callee.object;
  }
  return data;
}
