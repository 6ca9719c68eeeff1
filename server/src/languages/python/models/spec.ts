import type { ArgRef, Condition, SinkSpec } from '../../../engine/model';
import { type SiteKindName, siteKinds } from '../../siteKinds';
import { at, each, kw } from '../../specs';

/** Short ways to write the parts of models that only Python has. */

type Extra = Pick<SinkSpec, 'data' | 'where'>;

/** Sites at `target[key] = value` and `target.key = value`. */
export function keys(kind: SiteKindName, names: string, extra: Extra = {}): readonly SinkSpec[] {
  const roles = { [valueRole(kind)]: at(0) };
  return names.split(' ').map((assignKey) => ({ kind, at: { assignKey }, roles, ...extra }));
}

/** Sites at `NAME = value` at the top level of a file or in a class. */
export function settings(
  kind: SiteKindName,
  names: string,
  extra: Extra = {},
): readonly SinkSpec[] {
  const roles = { [valueRole(kind)]: at(0) };
  return names.split(' ').map((assignName) => ({ kind, at: { assignName }, roles, ...extra }));
}

/** What the assigned value is to a kind of site. */
function valueRole(kind: SiteKindName): string {
  const { roles } = siteKinds[kind];
  return roles.find((role) => role === 'value') ?? roles[0] ?? 'value';
}

/** The media type is one that browsers run as markup, or is not said where markup is the default. */
export function isMarkup(...names: readonly string[]): readonly Condition[] {
  return names.map((name) => ({
    any: [
      { arg: kw(name), missing: true },
      { arg: kw(name), matches: /html|xml|svg/i },
    ],
  }));
}

/** One of these keyword arguments is given. */
export function isGiven(...names: readonly string[]): readonly Condition[] {
  const any = names.map((name): Condition => ({ arg: kw(name), missing: false }));
  return [{ any }];
}

/** The argument is one of these constants. */
export function is(ref: ArgRef, ...values: readonly (string | number | boolean | null)[]) {
  return [{ arg: ref, is: values }] as const;
}

export const off = is(at(0), false);
export const on = is(at(0), true, 1, '1', 'true');

const loginKeys = 'user_id user username logged_in uid userid account_id';

/** What is put into a session: data that is trusted later, and who is logged in. */
export function sessionWrites(session: string): readonly SinkSpec[] {
  return [
    {
      kind: 'trust-boundary',
      at: { assign: `${session}.*` },
      roles: { name: kw('key'), value: at(0) },
    },
    ...each(`${session}.`, loginKeys).map(
      (assign): SinkSpec => ({ kind: 'login', at: { assign }, roles: { value: at(0) } }),
    ),
  ];
}
