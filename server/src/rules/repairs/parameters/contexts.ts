import { compose, type HoleContext, type SqlText } from '../../../sql/holes';

/** What stands in the holes of texts in other languages than SQL. */

/** XPath: a value is quoted, or an operand. */
export function xpathContexts(text: SqlText): readonly HoleContext[] {
  const composed = compose(text);
  const literals = [...composed.text.matchAll(/'[^']*'|"[^"]*"/g)];
  return composed.holes.map((hole) => {
    const literal = literals.find(
      (match) => match.index < hole.start && hole.end < match.index + match[0].length,
    );
    if (!literal) {
      const isOperand = /(?:[=<>(,]|\band|\bor)\s*$/.test(composed.text.slice(0, hole.start));
      return { kind: isOperand ? 'value' : 'unknown' };
    }
    const start = literal.index;
    const end = start + literal[0].length;
    const parts: (string | number)[] = [];
    let at = start + 1;
    composed.holes.forEach((other, i) => {
      if (other.start < start || other.end > end) return;
      if (other.start > at) parts.push(composed.text.slice(at, other.start));
      parts.push(i);
      at = other.end;
    });
    if (at < end - 1) parts.push(composed.text.slice(at, end - 1));
    return {
      kind: 'quoted-value',
      quoted: {
        open: composed.toProgram({ start, end: start + 1 }),
        close: composed.toProgram({ start: end - 1, end }),
        parts,
      },
    };
  });
}

/** Filters of LDAP: a value stands between `=` and `)`, perhaps beside `*`. */
export function ldapContexts(text: SqlText): readonly HoleContext[] {
  const composed = compose(text);
  return composed.holes.map((hole) => {
    const before = composed.text.slice(0, hole.start);
    const after = composed.text.slice(hole.end);
    const isValue = /\([\w;.-]+\s*[~<>]?=[^()]*$/.test(before) && /^[^()]*\)/.test(after);
    return { kind: isValue ? 'value' : 'unknown' };
  });
}
