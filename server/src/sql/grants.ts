import type { Span } from '../ir/types';
import type { SqlStatement } from './statements';

/** Rights that are given too freely: all of them, or to everyone. */
export interface WideGrant extends Span {
  readonly what: 'all' | 'public';
  /** To whom, as written. */
  readonly to: string;
  /** Only reading is granted. */
  readonly readOnly: boolean;
  /** The word behind ON, in capitals: `TABLE`, `SCHEMA`, or a name; empty where there is none. */
  readonly on: string;
}

/** `GRANT ALL …` and `GRANT … TO PUBLIC`; marks the rights, or the word PUBLIC. */
export function findWideGrants({ tokens, verb }: SqlStatement, text: string): readonly WideGrant[] {
  if (verb !== 'GRANT') return [];
  const words = tokens.map(({ upper }) => upper);
  const to = words.lastIndexOf('TO');
  if (to < 0 || to === words.length - 1) return [];
  const last = words.indexOf('WITH', to);
  const end = tokens[last > 0 ? last - 1 : tokens.length - 1]!.end;
  const grantee = text.slice(tokens[to + 1]!.start, end);
  const on = words.indexOf('ON');
  const object = on > 0 && on < to ? words.slice(on + 1, to).join(' ') : '';
  if (words[1] === 'ALL') {
    const privileges = words[2] === 'PRIVILEGES' ? 2 : 1;
    const span = { start: tokens[0]!.start, end: tokens[privileges]!.end };
    return [{ ...span, what: 'all', to: grantee, readOnly: false, on: object }];
  }
  const everyone = tokens.find(({ upper }, i) => i > to && upper === 'PUBLIC');
  const rights = words.slice(1, on < 0 ? to : on);
  const changes = rights.some((word) => /^(?:INSERT|UPDATE|DELETE|TRUNCATE|CREATE)$/.test(word));
  if (!everyone || (!changes && !rights.includes('SELECT'))) return [];
  return [
    {
      start: everyone.start,
      end: everyone.end,
      what: 'public',
      to: grantee,
      readOnly: !changes,
      on: object,
    },
  ];
}
