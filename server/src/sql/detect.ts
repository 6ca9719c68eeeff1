import { type SqlToken, significant, tokenize } from './tokens';

const verbs =
  /^[\s(]*(?:select|insert|update|delete|create|alter|drop|truncate|with|replace|merge|pragma|explain|call|values)[\s(]/i;
const leadingComments = /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/;

/** Words of English prose that stand where SQL has a name. */
const prose = new Set(
  (
    'THE AN YOUR YOU THIS THAT THESE THOSE OUR MY ITS HIS HER THEIR WHICH WHAT WHERE WHEN HERE THERE BELOW ABOVE SOME ANY ' +
    'EACH EVERY ONE TWO THREE AT LEAST MORE MANY UP WITH FOR OF AND OR TO IT IS ARE ANOTHER MULTIPLE BETWEEN AMONG ONLY'
  ).split(' '),
);

/** Signs that prose does not have in the middle. */
const isEvidence = ({ kind, upper }: SqlToken): boolean =>
  kind === 'placeholder' ||
  kind === 'string' ||
  kind === 'quoted' ||
  kind === 'number' ||
  upper === '*' ||
  upper === '=' ||
  upper === ';';

/**
 * Whether a string of a program is SQL: a statement's verb with what belongs to it, written in a
 * consistent way. Strict: prose such as "Select a file from the list" is not SQL, at the price that
 * some odd SQL is not seen either. Fast: a string that does not start with a verb costs one test.
 */
export function looksLikeSql(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most strings start with another letter than a verb does.
  if (first > 64 && !verbLetters.has(first)) return false;
  const source =
    first === 45 || first === 47 || first < 33 ? text.replace(leadingComments, '') : text;
  if (!verbs.test(source)) return false;
  const head = source.length > 4000 ? source.slice(0, 4000) : source;
  const tokens = significant(tokenize(head, { embedded: true }));
  const open = tokens.findIndex(({ upper }) => upper !== '(');
  return isStatement(tokens.slice(open), head);
}

const verbLetters = new Set(
  [...'siudcatwrmpevSIUDCATWRMPEV'].map((letter) => letter.charCodeAt(0)),
);

function isStatement(tokens: readonly SqlToken[], text: string): boolean {
  const last = tokens.at(-1)!;
  // "… from the list." "… cart?" "Delete from X!"
  if (/^[.!:]$/.test(last.upper) || (last.kind === 'operator' && last.upper === '?')) return false;
  const [verb, second, third, fourth] = tokens;
  if (verb === undefined || second === undefined) return false;
  const style = styleOf(verb, text);
  if (style === 'other') return false;
  const same = (token: SqlToken): boolean => styleOf(token, text) === style;
  const evidence = tokens.some(isEvidence);
  if (style === 'title' && !evidence) return false;
  const name = (token: SqlToken | undefined): boolean =>
    token !== undefined &&
    (token.kind === 'quoted' ||
      (token.kind === 'word' && !prose.has(token.upper)) ||
      token.kind === 'placeholder' ||
      token.kind === 'variable');
  const ends = (token: SqlToken | undefined): boolean => token === undefined || token.upper === ';';

  switch (verb.upper) {
    case 'SELECT': {
      const from = tokens.findIndex(({ upper }, i) => upper === 'FROM' && i > 1);
      if (from < 0) {
        // `SELECT 1`, `SELECT now()`, `SELECT * …` cut off by a hole.
        return (
          second.kind === 'number' ||
          second.upper === '*' ||
          (name(second) && third?.upper === '(' && style === 'upper')
        );
      }
      if (!same(tokens[from]!)) return false;
      const after = tokens[from + 1];
      if (after !== undefined && !name(after) && after.upper !== '(') return false;
      if (
        second.kind === 'word' &&
        prose.has(second.upper) &&
        third?.upper !== ',' &&
        third?.upper !== '.'
      )
        return false;
      // "select a file from disk": two words before FROM, an article the first.
      if (
        second.upper === 'A' &&
        third?.kind === 'word' &&
        third.upper !== 'FROM' &&
        third.upper !== 'AS'
      )
        return false;
      if (evidence || style === 'upper' || tokens.some(({ upper }) => upper === ',')) return true;
      // Lower case without any sign: `select name from users`, with clauses, but no further prose.
      const rest = tokens.slice(from + 2);
      return (
        from <= 3 &&
        (rest.length === 0 || /^(WHERE|ORDER|GROUP|LIMIT|JOIN|LEFT|INNER|AS)$/.test(rest[0]!.upper))
      );
    }
    case 'INSERT':
    case 'REPLACE':
    case 'MERGE': {
      const into = tokens.findIndex(({ upper }) => upper === 'INTO');
      if (into < 1 || into > 3 || !same(tokens[into]!) || !name(tokens[into + 1])) return false;
      let i = into + 2;
      while (tokens[i]?.upper === '.') i += 2;
      return ends(tokens[i])
        ? evidence || style === 'upper'
        : /^(\(|VALUES|SELECT|SET|DEFAULT|AS|USING|WITH|TABLE)$/.test(tokens[i]!.upper) ||
            (verb.upper === 'MERGE' && style === 'upper');
    }
    case 'UPDATE': {
      const set = tokens.findIndex(({ upper }) => upper === 'SET');
      if (set < 2 || !same(tokens[set]!) || !name(second)) return false;
      const after = tokens.slice(set + 1, set + 7);
      return (
        (after.length === 0 && style === 'upper') ||
        after.length === 1 ||
        after.some(({ upper }) => upper === '=' || upper === '(')
      );
    }
    case 'DELETE': {
      if (second.upper !== 'FROM') {
        const from = tokens.findIndex(({ upper }) => upper === 'FROM');
        return style === 'upper' && from > 0 && from < 5 && name(second) && name(tokens[from + 1]);
      }
      if (!same(second) || !name(third)) return false;
      if (style === 'upper')
        return (
          ends(fourth) ||
          /^(WHERE|USING|AS|\.|LIMIT|ORDER|RETURNING|ONLY)$/.test(fourth!.upper) ||
          evidence
        );
      // "delete from cart" may be a label: it takes a WHERE or a sign to be sure.
      return evidence && (ends(fourth) || fourth?.kind === 'word' || fourth?.upper === '.');
    }
    case 'CREATE': {
      const rest = tokens.slice(1, 8).map(({ upper }) => upper);
      const paren = rest.includes('(') || rest.includes('AS') || rest.includes('ON');
      const object = rest.find((word) => /^(TABLE|VIEW|INDEX)$/.test(word));
      if (object !== undefined)
        return same(second) && (paren || (style === 'upper' && name(tokens.at(-1))));
      return (
        style === 'upper' &&
        same(second) &&
        /^(DATABASE|SCHEMA|EXTENSION|FUNCTION|PROCEDURE|TRIGGER|ROLE|USER|TYPE|SEQUENCE|OR|MATERIALIZED|VIRTUAL)$/.test(
          second.upper,
        )
      );
    }
    case 'ALTER':
      return (
        second.upper === 'TABLE' &&
        same(second) &&
        name(third) &&
        tokens.some(({ upper }) =>
          /^(ADD|DROP|ALTER|RENAME|MODIFY|CHANGE|ENABLE|OWNER|SET)$/.test(upper),
        )
      );
    case 'DROP':
      return (
        /^(TABLE|VIEW|INDEX|DATABASE|SCHEMA)$/.test(second.upper) &&
        same(second) &&
        name(third) &&
        (style === 'upper' || evidence || third?.upper === 'IF')
      );
    case 'TRUNCATE':
      return style === 'upper' && name(second);
    case 'WITH':
      return (
        tokens
          .slice(1, 30)
          .some(
            ({ upper }, i) =>
              upper === 'AS' && /^(\(|MATERIALIZED|NOT)$/.test(tokens[i + 2]?.upper ?? ''),
          ) && same(tokens.find(({ upper }) => upper === 'AS')!)
      );
    case 'PRAGMA':
      return (
        name(second) &&
        style !== 'title' &&
        (ends(third) || third?.upper === '=' || third?.upper === '(' || third?.upper === '.')
      );
    case 'EXPLAIN':
      return (
        style === 'upper' &&
        tokens.slice(1, 12).some(({ upper }) => /^(SELECT|INSERT|UPDATE|DELETE|WITH)$/.test(upper))
      );
    case 'CALL':
      return style === 'upper' && name(second) && tokens.some(({ upper }) => upper === '(');
    case 'VALUES':
      return style === 'upper' && second.upper === '(';
    default:
      return false;
  }
}

/** How a word is written. Prose starts with a capital; SQL is all of one kind. */
function styleOf({ start, end }: SqlToken, text: string): 'upper' | 'lower' | 'title' | 'other' {
  const word = text.slice(start, end);
  if (word === word.toUpperCase()) return 'upper';
  if (word === word.toLowerCase()) return 'lower';
  return word.slice(1) === word.slice(1).toLowerCase() ? 'title' : 'other';
}
