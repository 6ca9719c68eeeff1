import type { Expr } from '../../ir/types';
import { source } from '../edits';
import { exprAt } from '../repairs/environment';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * Work that a server of today does in well under a second, from
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html; for scrypt the
 * most that Node's default limit of memory allows: https://nodejs.org/api/crypto.html
 */
const work: Readonly<Record<string, string>> = {
  bcrypt: '12',
  scrypt: '16384',
  pbkdf2: '600000',
  argon2: '2',
};

/** More work, where the number is written out. */
export function fixes({ at, site }: Detection, context: RuleContext): readonly FixDraft[] {
  const node = exprAt(at, context);
  if (!node) return [];
  const variant = /\.argon2[di]\b/.exec(source(context, node));
  if (variant) {
    const end = node.start + variant.index + variant[0].length;
    const edits = [{ start: end - 1, end, newText: 'id' }];
    return [{ title: 'Use Argon2id', edits, safe: true }];
  }
  const algorithm = site.spec?.data?.algorithm ?? '';
  const wanted = work[algorithm];
  const written = wanted === undefined ? undefined : numberOf(node, context);
  if (wanted === undefined || !written) return [];
  const { start, end } = written;
  const edits = [{ start, end, newText: wanted }];
  // These write their cost into the hash; of the others, old hashes no longer match.
  const safe = algorithm === 'bcrypt' || algorithm === 'argon2';
  return [{ title: `Use a cost of ${wanted}`, edits, safe }];
}

function numberOf(node: Expr, { module }: RuleContext): Expr | undefined {
  const isNumber = (of: Expr | undefined) => of?.kind === 'literal' && typeof of.value === 'number';
  if (isNumber(node)) return node;
  if (node.kind !== 'name') return undefined;
  const [only, ...more] = assignmentsTo(node.name, node, module);
  return isNumber(only) && more.length === 0 ? only : undefined;
}
