import { argument, role } from '../../engine/sites';
import type { Expr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, indentationAt, lineBreak, quote, source, writtenSpan } from '../edits';
import { indentUnit } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';
import type { CorsShape } from './rule';

/** The learner's own site is not known: a name that is reserved for examples (RFC 2606) stands for it. */
const exampleOrigin = 'https://app.example.com';

/** Repairs of an open policy: a list of origins, to be filled in by the person. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const edits = editsFor(detection, context);
  if (!edits) return [];
  return [{ title: `Allow only origins from a list (${exampleOrigin})`, edits, safe: false }];
}

function editsFor(detection: Detection, context: RuleContext): readonly TextEdit[] | undefined {
  const { site } = detection;
  const q = quote(context.text);
  const list = `[${q}${exampleOrigin}${q}]`;
  switch (detection.detail as CorsShape) {
    case 'missing-options':
      return site.node.kind === 'call'
        ? [replace(site.node.argsSpan, `({ origin: ${list} })`)]
        : undefined;
    case 'options': {
      const options = role(site, 'options')?.node;
      if (options?.kind !== 'map') return undefined;
      const origin = options.entries.find(
        (entry) => entry.key?.kind === 'literal' && entry.key.value === 'origin',
      );
      if (origin?.value.kind === 'binary')
        return [replace(writtenSpan(context, origin.value.right), `${q}${exampleOrigin}${q}`)];
      // A shorthand property or a method has no value of its own to replace.
      if (origin?.key)
        return [replace({ start: origin.start, end: origin.end }, `origin: ${list}`)];
      const inside = source(context, options).slice(1, -1);
      const more = inside.trim() === '' ? '' : `,${/^\s*/.exec(inside)?.[0] || ' '}`;
      if (more === '') return [replace(options, `{ origin: ${list} }`)];
      const start = options.start + 1 + (/^\s*/.exec(inside)?.[0].length ?? 0);
      return [{ start, end: start, newText: `origin: ${list}${more}` }];
    }
    case 'missing-keyword': {
      if (site.node.kind !== 'call') return undefined;
      const at = site.node.argsSpan.end - 1;
      const last = site.node.args[site.node.args.length - 1];
      const comma =
        last && !source(context, { start: last.end, end: at }).includes(',') ? ', ' : '';
      return [
        {
          start: last ? last.end : at,
          end: last ? last.end : at,
          newText: `${comma}origins=${list}`,
        },
      ];
    }
    case 'keyword': {
      if (site.spec?.data?.framework === 'rack-cors') {
        return rackOrigins(site.node, context, `${q}${exampleOrigin}${q}`);
      }
      const origins = argument(site.args, { name: 'origins' });
      if (origins) return [replace(writtenSpan(context, origins.node), list)];
      const resources = argument(site.args, { name: 'resources' })?.node;
      const value = resources && openOrigins(resources);
      return value && [replace(writtenSpan(context, value), list)];
    }
    case 'setting':
      return site.node.kind === 'assign'
        ? [replace(site.node, `CORS_ALLOWED_ORIGINS = ${list}`)]
        : undefined;
    case 'header':
      return headerEdits(detection, context, `${q}${exampleOrigin}${q}`, list);
    default:
      return undefined;
  }
}

/** `origins '*'` of rack-cors, or with a block that decides. */
function rackOrigins(
  call: Expr,
  context: RuleContext,
  origin: string,
): readonly TextEdit[] | undefined {
  const [first, last] = call.kind === 'call' ? [call.args[0], call.args.at(-1)] : [];
  if (call.kind !== 'call' || !first || !last) return undefined;
  return last.value.kind === 'function'
    ? [replace(call, `${source(context, call.callee)} ${origin}`)]
    : [replace({ start: first.start, end: last.end }, origin)];
}

function replace(span: Span, newText: string): TextEdit {
  return { start: span.start, end: span.end, newText };
}

/** The open `origins` in Flask-CORS's `resources={r'/api/*': {'origins': '*'}}`. */
function openOrigins(resources: Expr): Expr | undefined {
  if (resources.kind !== 'map') return undefined;
  for (const path of resources.entries) {
    if (path.value.kind !== 'map') continue;
    for (const option of path.value.entries) {
      const isOrigins = option.key?.kind === 'literal' && option.key.value === 'origins';
      if (isOrigins && option.value.kind === 'literal' && option.value.value === '*')
        return option.value;
    }
  }
  return undefined;
}

/** A fixed origin in place of `*`; a check in front of a statement that sends back any origin. */
function headerEdits(
  detection: Detection,
  context: RuleContext,
  origin: string,
  list: string,
): readonly TextEdit[] | undefined {
  const { site } = detection;
  const value = headerValue(detection);
  if (!value) return undefined;
  if (!detection.taint) return [replace(writtenSpan(context, value), origin)];
  const statement = enclosingStatement(context.module, site.node);
  // The last statement of a Ruby method is what the method returns.
  const isStatement =
    statement?.kind === 'expr' ||
    (statement?.kind === 'return' && statement.start === site.node.start);
  if (!isStatement || value.kind === 'string') return undefined;
  const written = source(context, statement);
  const allowed = source(context, writtenSpan(context, value));
  const br = lineBreak(context.text);
  const indent = indentationAt(context.text, statement.start);
  const inner = `${br}${indent}${indentUnit(context)}${written}`;
  switch (context.module.language) {
    case 'python':
      return [replace(statement, `if ${allowed} in ${list}:${inner}`)];
    case 'ruby':
      return [replace(statement, `if ${list}.include?(${allowed})${inner}${br}${indent}end`)];
    case 'javascript':
    case 'typescript':
      return [replace(statement, `if (${list}.includes(${allowed})) {${inner}${br}${indent}}`)];
    default:
      return undefined;
  }
}

function headerValue(detection: Detection): Expr | undefined {
  const { site } = detection;
  if (site.node.kind === 'assign') return site.node.value;
  const map = role(site, 'headers')?.node ?? role(site, 'name')?.node;
  if (map?.kind === 'map') {
    return map.entries.find(
      (entry) =>
        entry.key?.kind === 'literal' &&
        String(entry.key.value).toLowerCase() === 'access-control-allow-origin',
    )?.value;
  }
  return role(site, 'value')?.node;
}
