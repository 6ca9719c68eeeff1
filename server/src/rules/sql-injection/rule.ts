import { role, type Site, type SiteArg } from '../../engine/sites';
import type { TextPiece, Value } from '../../engine/values';
import { looksLikeSql } from '../../sql/detect';
import { isSaidElsewhere } from '../builtText';
import { nodesAt, source } from '../edits';
import { detection, isTestFile, sitesOf } from '../report';
import { type Detection, exposure, type Rule, type RuleContext, stringOf } from '../rule';
import { isUnknown } from '../textParts';
import { fixes } from './fix';

const advice = 'Send the value apart from the text, with a placeholder.';

const messages = {
  remote: `Data from the request becomes part of this SQL text, so whoever sends it can change the query: read, change or delete any row. ${advice}`,
  local: `Input from outside becomes part of this SQL text, so it can change the query. ${advice}`,
  uncertain: `Data that may come from the request becomes part of this SQL text, so it could change the query. ${advice}`,
  param: `A parameter of this function becomes part of the SQL text. If a caller passes on what a user sent, that user can change the query. ${advice}`,
} as const;

const unknownMessage = `It is not known here what becomes part of this SQL text. If a user decides it, that user can change the query. ${advice}`;

const builtMessage = `Data from the request becomes part of this SQL text. Wherever it is run, whoever sends the data can change the query: read, change or delete any row. ${advice}`;

const givenMessage =
  'This runs a whole statement that the caller gives. A caller that makes it from what a user sent lets that user change the query. Let callers give the values apart from the text.';

const substitutedMessage = `\`\${…}\` puts the text of a parameter into the statement as it is, so a caller that passes on what a user sent lets that user change the query. Write \`#{…}\`, which sends the value apart from the text.`;

/** CWE-89: data that becomes part of an SQL statement's text. */
export const rule: Rule = {
  id: 'sql-injection',
  title: 'SQL built from untrusted data',
  cwe: [89],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['sql', 'built-sql'],
  check(site, context) {
    if (site.kind === 'built-sql') return builtSql(site, context);
    const text = sqlText(site);
    if (!text) return undefined;
    const { certain, form } = site.spec?.data ?? {};
    if (form === 'substituted') {
      return putsTextIn(site, text)
        ? detection(site, 'warning', substitutedMessage, { at: text.node })
        : undefined;
    }
    if (certain === 'no') {
      const looks = form === 'fragment' ? looksLikeCondition : looksLikeSql;
      if (!looks(skeleton(text.value))) return undefined;
    }
    // The id of a record that was found: `->ignore($user->id)`.
    const { node } = text;
    if (!isBuilt(text.value) && node.kind === 'member' && node.property === 'id') return undefined;
    const found = exposure(text.value, 'sql', context.flow);
    if (found.level === 'none') {
      return isBuilt(text.value) && isUnknown(text.value, text.node, context.module)
        ? detection(site, 'hint', unknownMessage, { at: text.node })
        : undefined;
    }
    if (found.level !== 'remote' && !isBuilt(text.value)) {
      // A function that is given a whole statement and runs it builds nothing itself.
      return found.level === 'param' && certain !== 'no' && form === undefined
        ? detection(site, 'hint', givenMessage, { at: text.node, taint: found.taint })
        : undefined;
    }
    const severity = found.level === 'remote' ? 'error' : 'warning';
    return {
      at: { start: text.node.start, end: text.node.end },
      severity,
      message: messages[found.level],
      taint: found.taint,
      site,
    } satisfies Detection;
  },
  fixes,
};

/** A statement with data of a request that goes where no model follows it. */
function builtSql(site: Site, context: RuleContext): Detection | undefined {
  const [text] = site.args;
  // A tag gets the values apart from the text: `prisma.$queryRaw`.
  const { node } = site;
  const around = nodesAt(context.module, node).findLast((one) => one.kind === 'call');
  if (around?.kind === 'call' && around.tagged && around.args[0]?.value === node) return undefined;
  if (!text || isTestFile(site.file) || !looksLikeSql(skeleton(text.value))) return undefined;
  const found = exposure(text.value, 'sql', context.flow);
  if (found.level !== 'remote') return undefined;
  if (isPrinted(site, context)) return undefined;
  if (isSaidElsewhere(site, found.taint, sitesOf(context, 'sql', 'log'), context)) return undefined;
  return detection(site, 'warning', builtMessage, { at: text.node, taint: found.taint });
}

/** Whether it is written out for people to read: `print("SELECT …")`. */
function isPrinted(site: Site, context: RuleContext): boolean {
  const call = nodesAt(context.module, site.node).findLast(
    (node) => node.kind === 'call' && node !== site.node,
  );
  return (
    call?.kind === 'call' &&
    /print|puts|echo|log|debug|info|warn|error|dump|message|describe/i.test(
      source(context, call.callee),
    )
  );
}

/** The argument that is the statement; node-postgres also takes `{ text, values }`. */
export function sqlText(site: Site): SiteArg | undefined {
  const arg = role(site, 'text');
  if (arg && site.spec?.data?.form === 'fragment') return fragmentText(arg);
  if (arg?.node.kind !== 'map' || arg.value.shape?.kind !== 'map') return arg;
  for (const entry of arg.node.entries) {
    const key = entry.key?.kind === 'literal' ? entry.key.value : undefined;
    const value = key === 'text' || key === 'sql' ? arg.value.shape.fields.get(key) : undefined;
    if (value) return { node: entry.value, value, name: undefined, spread: false };
  }
  return undefined;
}

/**
 * A condition may be a text, a list of a text and its values, or a map of columns and values, which
 * the library quotes.
 */
function fragmentText(arg: SiteArg): SiteArg | undefined {
  const { shape } = arg.value;
  if (!shape) return arg;
  const text = shape.kind === 'list' ? shape.elements[0] : undefined;
  return text && { ...arg, value: text };
}

/** A comparison or an order: what a condition's text has, and other texts have not. */
function looksLikeCondition(text: string): boolean {
  return /[=<>]|\b(?:like|in|is|between|asc|desc)\b/i.test(text);
}

/** The statement's text with a name in each hole. */
function skeleton(of: Value): string {
  const known = of.constant?.value;
  if (typeof known === 'string') return known;
  return (of.text?.pieces ?? []).map((piece: TextPiece) => piece.text ?? 'x').join('');
}

function isBuilt(of: Value): boolean {
  return of.text?.pieces.some((piece) => piece.text?.trim()) ?? false;
}

/** Whether one of the `${name}` in a statement of MyBatis is a text, as far as the method says. */
function putsTextIn(site: Site, text: SiteArg): boolean {
  const params = site.decorates?.params ?? [];
  const names = [...(stringOf(text) ?? '').matchAll(/\$\{\s*(\w+)/g)].map(([, name]) => name);
  return names.some((name) => {
    const param = params.find(({ target }) => target.kind === 'name' && target.name === name);
    return !/^(?:int|long|short|byte|boolean|double|float|Integer|Long)$/.test(param?.type ?? '');
  });
}
