import type { Call, Expr } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import { enclosingFunction, nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import { draft, libraryFor, plain } from '../repairs/passwordLibraries';
import { contains } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Hashes, or compares, with a library made for passwords; the old hashes in the database stay behind. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const library = libraryFor(context);
  if (detection.site.kind === 'password-encoder') return encoderFix(detection, context);
  const chain = hashChain(detection, context);
  const data = chain && (isWhole(chain, context) ? wholeData(chain, context) : hashedData(chain));
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
    return draft(`Compare with ${library.title}`, comparison, { ...compared, text });
  }
  if (isLookedUp(chain, context) || isComparedByCallers(chain, context)) return [];
  const hashed = library.hash(data, detection, bytes);
  return draft(`Hash with ${library.title}`, chain, hashed);
}

/** Spring: https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html */
function encoderFix({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  if (site.node.kind !== 'call') return [];
  const encoder = importClass(
    context,
    'org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder',
  );
  return draft('Encode with bcrypt, cost 12', site.node, {
    text: `new ${encoder.name}(12)`,
    edits: encoder.edits,
  });
}

/**
 * `createHash('md5').update(password).digest('hex')`, `hashlib.md5(password).hexdigest()`: all of it;
 * a function of PHP is a whole by itself.
 */
function hashChain(detection: Detection, context: RuleContext): Call | undefined {
  const { node: call } = detection.site;
  if (call.kind === 'call' && isWhole(call, context)) {
    // Of a hash of a hash the outer one.
    const outer = nodesAt(context.module, call).find(
      (node): node is Call =>
        node.kind === 'call' && isWhole(node, context) && contains(node.argsSpan, call),
    );
    return outer ?? call;
  }
  const path = nodesAt(context.module, detection.site.node);
  let chain: Call | undefined;
  for (const node of path) {
    if (node.kind !== 'call' || node.callee.kind !== 'member') continue;
    if (/^(?:hex)?digest$/.test(node.callee.property)) chain = node;
  }
  return chain;
}

/** Functions that take the text and give its hash. */
const wholeHash =
  /^\\?(?:md5|sha1|hash|crc32)$|\bDigestUtils\.(?:md5|sha\d*)\w*$|\bDigest::\w+\.(?:hexdigest|base64digest|digest)$|\bHashing\.\w+\(\)\.hashString$/;

function isWhole(call: Call, context: RuleContext): boolean {
  return wholeHash.test(source(context, call.callee));
}

/** What is hashed, also when it is hashed twice. PHP's `hash` takes the name of the algorithm first. */
function wholeData({ callee, args }: Call, context: RuleContext): Expr | undefined {
  const data = args[callee.kind === 'name' && /^\\?hash$/.test(callee.name) ? 1 : 0]?.value;
  return data?.kind === 'call' && isWhole(data, context) ? wholeData(data, context) : data;
}

/** Whether the function gives the hash back, and the file compares what it gives. */
function isComparedByCallers(chain: Call, context: RuleContext): boolean {
  const name = enclosingFunction(context.module, chain)?.name;
  if (name === undefined) return false;
  return nodesOf(context.module, 'binary').some(
    ({ op, left, right }) =>
      /^[!=]==?$/.test(op) &&
      [left, right].some((side) => new RegExp(`\\b${name}\\b`).test(source(context, side))),
  );
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
