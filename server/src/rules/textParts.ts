import { tainted, unionAll, type Value } from '../engine/values';

/** What rules ask of text that a program builds. */

/** Whether a text has parts of the program's own besides the data. */
export function isBuilt(of: Value): boolean {
  return of.text?.pieces.some((piece) => piece.text?.trim()) ?? false;
}

/** What a text surely begins with; empty when that is data. */
export function leadingText(of: Value): string {
  const known = of.constant?.value;
  if (typeof known === 'string') return known;
  let text = '';
  for (const piece of of.text?.pieces ?? []) {
    if (piece.text === undefined) break;
    text += piece.text;
  }
  return text;
}

/** An address whose host is written out, up to where the path begins. */
const fixedHost = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]+[/?#]/i;
/** A path of the own site; `//host` and `/\host` are other sites to a browser. */
const ownPath = /^(?:\/[^/\\]|[?#]|\.{1,2}\/|[\w-]+[/?#])/;

/**
 * What decides the host of an address: the data in front of the path. Undefined when there is none.
 * `/` alone settles nothing: `'/' + data` may become `//host`.
 */
export function hostPart(of: Value): Value | undefined {
  if (of.constant) return undefined;
  if (!of.text) return of;
  const deciding: Value[] = [];
  let before = '';
  for (const piece of of.text.pieces) {
    if (fixedHost.test(before) || ownPath.test(before)) break;
    if (piece.text === undefined) deciding.push(piece.value);
    before += piece.text ?? 'x';
  }
  return deciding.length === 0 ? undefined : tainted(unionAll(deciding));
}

const tag = /<(?:[a-z][a-z0-9-]*[\s>/]|\/[a-z]|!doctype)/i;

/** Whether a text is made with HTML tags. */
export function hasTags(of: Value): boolean {
  const known = of.constant?.value;
  if (typeof known === 'string') return tag.test(known);
  return tag.test((of.text?.pieces ?? []).map((piece) => piece.text ?? 'x').join(''));
}
