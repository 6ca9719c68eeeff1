import type { Expr } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { replaceValue } from '../repairs/options';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Longer keys where the size is written: 128 bits of security by NIST SP 800-57 Part 1, table 2. */
export function fixes({ at, detail: algorithm = '' }: Detection, context: RuleContext) {
  const node = nodesAt(context.module, at).find(
    (one): one is Expr => one.start === at.start && one.end === at.end && isExpr(one.kind),
  );
  const sizes = node ? writtenSizes(node, context) : [];
  const [written] = sizes;
  const better = written && longer(written, algorithm, context);
  if (better === undefined) return [];
  const title = `Use ${/^\d+$/.test(better) ? `${better} bits` : 'a curve of 256 bits'}`;
  const edits: readonly TextEdit[] = sizes.map((size) => replaceValue(size, better, context));
  // Parameters for Diffie-Hellman take minutes to make, and both sides must have the same.
  return [{ title, edits, safe: algorithm !== 'dh' }] satisfies readonly FixDraft[];
}

function isExpr(kind: string): boolean {
  return ['literal', 'name', 'member', 'call'].includes(kind);
}

/** The size itself, or where its variable gets it in this file, when it is always the same. */
function writtenSizes(node: Expr, context: RuleContext): readonly Expr[] {
  const { module } = context;
  if (node.kind !== 'name' && node.kind !== 'member') return [node];
  const name = node.kind === 'name' ? node.name : node.property;
  const given = nodesOf(module, 'assign').flatMap(({ target, value }) => {
    const isIt =
      (target.kind === 'name' && target.name === name) ||
      (target.kind === 'member' && target.property === name);
    return isIt && value ? [value] : [];
  });
  if (given.length === 0) return [node];
  const texts = new Set(given.map((value) => source(context, value)));
  return texts.size === 1 ? given : [];
}

function longer(size: Expr, algorithm: string, context: RuleContext): string | undefined {
  if (size.kind === 'literal' && typeof size.value === 'number') {
    if (algorithm === 'aes' || algorithm === 'ec') return '256';
    return algorithm === 'blowfish' ? '128' : '3072';
  }
  const written = source(context, size);
  const curve = /SEC[PT]\d{3}[RK]\d|(?:sec[pt]|brainpoolP)\d{3}[rtk]\d|prime\d{3}v\d|P-?\d{3}/.exec(
    written,
  )?.[0];
  if (curve === undefined) return undefined;
  const better = /^S/.test(curve)
    ? 'SECP256R1'
    : /^prime/.test(curve)
      ? 'prime256v1'
      : /^P/.test(curve)
        ? curve.replace(/\d{3}/, '256')
        : 'secp256r1';
  const text = written.replace(curve, better);
  if (size.kind !== 'literal') return text;
  const mark = context.text[size.start - 1] ?? '"';
  return mark + text + mark;
}
