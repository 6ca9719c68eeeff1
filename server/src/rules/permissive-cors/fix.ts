import { argument, role, type Site } from '../../engine/sites';
import type { Expr, Span } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, indentationAt, lineBreak, quote, source, writtenSpan } from '../edits';
import { importClass } from '../repairs/imports';
import { replaceValue, stringText } from '../repairs/options';
import { ifThen } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import type { CorsShape } from './rule';

/** The learner's own site is not known: a name that is reserved for examples (RFC 2606) stands for it. */
export const exampleOrigin = 'https://app.example.com';

export const title = `Allow only origins from a list (${exampleOrigin})`;
export const patternTitle = 'Let a dot stand for a dot';

/** Repairs of an open list that a file of settings has. */
export function listedOrigins(of: Expr, context: RuleContext): readonly FixDraft[] {
  const edits = anyOrigins(of, context);
  return edits ? [{ title, edits, safe: false }] : [];
}

/** Repairs of an open policy: a list of origins, to be filled in by the person. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const isPattern = detection.detail === 'pattern';
  return [editsFor(detection, context), oneOrigin(detection, context)]
    .filter((edits) => edits !== undefined)
    .map((edits) => ({ title: isPattern ? patternTitle : title, edits, safe: isPattern }));
}

/** The header names the same origin in each answer: a list of one. */
function oneOrigin(detection: Detection, context: RuleContext): readonly TextEdit[] | undefined {
  const value = detection.detail === 'header' ? headerValue(detection) : undefined;
  return value && [replaceValue(value, stringText(exampleOrigin, context), context)];
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
      const origins = role(site, 'origins') ?? argument(site.args, { name: 'origins' });
      if (origins) return [replace(writtenSpan(context, listOf(origins.node, context)), list)];
      const resources = argument(site.args, { name: 'resources' })?.node;
      const value = resources && openOrigins(resources);
      return value && [replace(writtenSpan(context, value), list)];
    }
    case 'setting':
      if (site.node.kind === 'assign') {
        return [replace(site.node, `CORS_ALLOWED_ORIGINS = ${list}`)];
      }
      return site.args[0] ? anyOrigins(site.args[0].node, context) : bareAnnotation(site, context);
    case 'pattern':
      return escapedDots(detection.at, context);
    case 'header':
      return headerEdits(detection, context, `${q}${exampleOrigin}${q}`, list);
    default:
      return undefined;
  }
}

/** The list itself, where a variable is given nothing else. */
function listOf(node: Expr, { module }: RuleContext): Expr {
  const given = node.kind === 'name' ? assignmentsTo(node.name, node, module) : [];
  return given.length === 1 && given[0]?.kind === 'list' ? given[0] : node;
}

/** A pattern with a backslash in front of each dot that stands for any one character. */
export function escapedDots(at: Span, context: RuleContext): readonly TextEdit[] {
  const written = source(context, at);
  const edits: TextEdit[] = [];
  for (const { 0: part, index } of written.matchAll(/\\.|\[[^\]]*\]|\.(?![*+?{])/g)) {
    if (part !== '.') continue;
    edits.push({ start: at.start + index, end: at.start + index, newText: '\\' });
  }
  return edits;
}

/** Java's settings take one text, several, or a list of them. */
function anyOrigins(of: Expr, context: RuleContext): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  walk(of, (node) => {
    if (node.kind !== 'literal' || node.value !== '*') return;
    edits.push(replaceValue(node, stringText(exampleOrigin, context), context));
  });
  return edits.length > 0 ? edits : undefined;
}

/** Spring's `@CrossOrigin`. */
function bareAnnotation({ node }: Site, context: RuleContext): readonly TextEdit[] {
  const text = `(${stringText(exampleOrigin, context)})`;
  const span = node.kind === 'call' ? node.argsSpan : { start: node.end, end: node.end };
  return [replace(span, text)];
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
  if (site.spec?.data?.framework === 'php') return headerLine(site, context);
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
  const condition = isIn(allowed, list, context);
  const lines = ifThen(condition.text, [written], context);
  const indent = indentationAt(context.text, statement.start);
  const newText = lines.join(`${lineBreak(context.text)}${indent}`);
  return [replace(statement, newText), ...condition.edits];
}

/** PHP's `header` takes name and value in one text. */
function headerLine(site: Site, context: RuleContext): readonly TextEdit[] | undefined {
  const line = site.args[0];
  const text = stringText(`Access-Control-Allow-Origin: ${exampleOrigin}`, context);
  return line && [replaceValue(line.node, text, context)];
}

function isIn(
  value: string,
  list: string,
  context: RuleContext,
): { text: string; edits: readonly TextEdit[] } {
  switch (context.module.language) {
    case 'python':
      return { text: `${value} in ${list}`, edits: [] };
    case 'ruby':
      return { text: `${list}.include?(${value})`, edits: [] };
    case 'php':
      return { text: `in_array(${value}, ${list}, true)`, edits: [] };
    case 'java': {
      const { name, edits } = importClass(context, 'java.util.Arrays');
      return { text: `${name}.asList("${exampleOrigin}").contains(${value})`, edits };
    }
    default:
      return { text: `${list}.includes(${value})`, edits: [] };
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
