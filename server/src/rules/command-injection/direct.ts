import type { Site, SiteArg } from '../../engine/sites';
import type { TextPiece } from '../../engine/values';
import type { Arg, Call, Expr, Span } from '../../ir/types';
import { nodesOf, walk } from '../../ir/walk';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, enclosingStatement, nodesAt, source, writtenSpan } from '../edits';
import { importWhole } from '../repairs/imports';
import { removeItem } from '../repairs/options';
import { mergedInsertions } from '../repairs/refuse';
import { literalText, piecesOf, wordsOf } from '../repairs/shellWords';
import { removeStatement } from '../repairs/statements';
import { type IsHarmful, isHere } from '../repairs/wrap';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { positional } from './script';
import { writeWords } from './writeWords';

/** Starts the program itself, with each argument apart, where the command needs no shell. */

export function withoutShell(
  site: Site,
  call: Call,
  command: SiteArg,
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly FixDraft[] {
  const { language } = context.module;
  const pieces = piecesOf(command.value, command.node);
  const words = wordsOf(pieces, language === 'java');
  const place = placeOf(command.node, context);
  if (!place) return [];
  if (!words) return withShell(site, call, pieces, place, isHarmful, context);
  const written = words.length > 1 ? writeWords(words, pieces, context) : undefined;
  if (!written) return [];
  const started = starts[language]?.(site, call, written, place.span, context);
  if (!started) return [];
  return [
    {
      title: `Start the program without a shell (${started.by})`,
      edits: mergedInsertions([...started.edits, ...place.edits]),
      safe: true,
    },
  ];
}

/** JavaScript has no function that quotes: the shell gets the data apart from its script. */
function withShell(
  site: Site,
  call: Call,
  pieces: readonly TextPiece[],
  place: Place,
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly FixDraft[] {
  if (!/script$/.test(context.module.language) || site.spec?.data?.shell !== 'yes') return [];
  const parts = positional(pieces, isHarmful, context);
  if (!parts) return [];
  const words = [literalText('sh', context), literalText('-c', context), ...parts];
  const started = inJavaScript(site, call, words, place.span, context);
  if (!started) return [];
  return [
    {
      title: `Give the shell the data as an argument of its own (${started.by})`,
      edits: mergedInsertions([...started.edits, ...place.edits]),
      safe: true,
    },
  ];
}

interface Place {
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** Where the command is written; a variable that only this call uses goes. */
function placeOf(node: Expr, context: RuleContext): Place | undefined {
  if (!isHere(node, context)) return undefined;
  const span = writtenSpan(context, node);
  if (node.kind !== 'name') return { span, edits: [] };
  const given = assignmentsTo(node.name, node, context.module);
  const [value] = given;
  if (!value || given.length !== 1) return undefined;
  const scope = enclosingFunction(context.module, node)?.body ?? context.module;
  let uses = 0;
  walk(scope, (inner) => {
    if (inner.kind === 'name' && inner.name === node.name) uses++;
  });
  const statement = enclosingStatement(context.module, value);
  const isAssignment = statement?.kind === 'expr' && statement.expr.kind === 'assign';
  const removed = uses === 2 && isAssignment ? removeStatement(value, context) : undefined;
  return { span, edits: removed ?? [] };
}

interface Started {
  readonly by: string;
  readonly edits: readonly TextEdit[];
}

type Start = (
  site: Site,
  call: Call,
  words: readonly string[],
  at: Span,
  context: RuleContext,
) => Started | undefined;

const starts: Readonly<Partial<Record<string, Start>>> = {
  javascript: inJavaScript,
  typescript: inJavaScript,
  python: inPython,
  java: inJava,
  ruby: inRuby,
};

// ---------------------------------------------------------------------------------------------
// JavaScript

const withoutShellNames: Readonly<Record<string, string>> = {
  exec: 'execFile',
  execSync: 'execFileSync',
};

function inJavaScript(
  site: Site,
  call: Call,
  [program, ...args]: readonly string[],
  at: Span,
  context: RuleContext,
): Started | undefined {
  const { text } = context;
  const newText = `${program}, [${args.join(', ')}]`;
  const edits: TextEdit[] = [{ ...at, newText }];
  if (site.spec?.data?.shell === 'option') {
    if (call.args.length > 2 || call.args[1]?.value.kind === 'list') return undefined;
    const removed = withoutShellOption(call, context);
    return removed && { by: calledName(call), edits: [...edits, ...removed] };
  }
  const rest = call.args.slice(1).map((arg) => source(context, arg));
  if (rest.some((written) => /\bshell\b/.test(written))) return undefined;
  const { callee } = call;
  if (callee.kind === 'member') {
    const to = withoutShellNames[callee.property];
    if (to === undefined || /shelljs|ssh/.test(source(context, callee.object))) return undefined;
    if (!isChildProcess(callee.object, text)) return undefined;
    return { by: to, edits: [...edits, { ...spanOf(callee.propertySpan), newText: to }] };
  }
  if (callee.kind !== 'name') return undefined;
  const renamed = renameImport(callee.name, callee, context);
  return renamed && { by: renamed.by, edits: [...edits, ...renamed.edits] };
}

/** `cp`, `child_process`, `require('child_process')`. */
function isChildProcess(object: Expr, text: string): boolean {
  if (object.kind === 'call') return true;
  const name = object.kind === 'name' ? object.name : '';
  return new RegExp(
    `\\b${name}\\b(?:\\s*=\\s*require\\(|\\s+from\\s*)\\s*['"](?:node:)?child_process['"]`,
  ).test(text);
}

function withoutShellOption(call: Call, context: RuleContext): readonly TextEdit[] | undefined {
  const options = call.args.find(({ value }) => value.kind === 'map')?.value;
  if (options?.kind !== 'map') return undefined;
  const entry = options.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'shell');
  if (!entry) return undefined;
  if (options.entries.length > 1) {
    const removed = removeItem(options.entries, entry, context);
    return removed && [removed];
  }
  const arg = call.args.find(({ value }) => value === options);
  const removed = arg && removeItem(call.args, arg, context);
  return removed && [removed];
}

function calledName({ callee }: Call): string {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'name' ? callee.name : '';
}

/** `exec` by its own name: from an import, from `require`, or made to give a promise. */
function renameImport(name: string, use: Span, context: RuleContext): Started | undefined {
  const { module, text } = context;
  const useSpan = spanOf(use);
  for (const stmt of module.body) {
    if (stmt.kind !== 'import' || !/^(?:node:)?child_process$/.test(stmt.source)) continue;
    const found = stmt.names.find(({ local }) => local === name);
    const to = found && withoutShellNames[found.imported];
    if (!found || to === undefined || found.local !== found.imported) continue;
    return { by: to, edits: [{ ...useSpan, newText: to }, ...importAs(found, name, to, context)] };
  }
  for (const { target, value } of nodesOf(module, 'assign')) {
    if (!value) continue;
    if (target.kind === 'map-pattern' && /child_process/.test(source(context, value))) {
      const found = target.elements.find(
        ({ key, target: local }) => key === name && local?.kind === 'name' && local.name === name,
      );
      const to = withoutShellNames[name];
      if (!found || to === undefined) continue;
      return {
        by: to,
        edits: [{ ...useSpan, newText: to }, ...importAs(found, name, to, context)],
      };
    }
    if (target.kind !== 'name' || target.name !== name) continue;
    if (value.kind === 'member' && /child_process/.test(source(context, value.object))) {
      const to = withoutShellNames[value.property];
      if (to === undefined || countOf(name, text) !== 2) return undefined;
      return { by: to, edits: [{ ...spanOf(value.propertySpan), newText: to }] };
    }
    if (value.kind === 'call' && /promisify$/.test(source(context, value.callee))) {
      const inner = value.args[0]?.value;
      if (!inner || countOf(name, text) !== 2) return undefined;
      if (inner.kind === 'member') {
        const to = withoutShellNames[inner.property];
        return to === undefined
          ? undefined
          : { by: to, edits: [{ ...spanOf(inner.propertySpan), newText: to }] };
      }
      return inner.kind === 'name' ? renameImport(inner.name, inner, context) : undefined;
    }
  }
  return undefined;
}

/** The import of the other function: in place of the first where nothing else uses that. */
function importAs(
  found: Span,
  name: string,
  to: string,
  context: RuleContext,
): readonly TextEdit[] {
  if (countOf(to, context.text) > 0) return [];
  if (countOf(name, context.text) === 2) return [{ ...spanOf(found), newText: to }];
  return [{ start: found.end, end: found.end, newText: `, ${to}` }];
}

function countOf(name: string, text: string): number {
  return text.match(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'))?.length ?? 0;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

// ---------------------------------------------------------------------------------------------
// Python

function inPython(
  _site: Site,
  call: Call,
  words: readonly string[],
  at: Span,
  context: RuleContext,
): Started | undefined {
  const { callee } = call;
  const list = `[${words.join(', ')}]`;
  const name = calledName(call);
  if (/^(?:run|call|check_call|check_output|Popen)$/.test(name)) {
    const removed = withoutShellKeyword(call, context);
    return { by: `subprocess.${name}`, edits: [{ ...at, newText: list }, ...removed] };
  }
  if (name === 'create_subprocess_shell' && callee.kind === 'member') {
    const by = 'create_subprocess_exec';
    const edits = [
      { ...at, newText: words.join(', ') },
      { ...spanOf(callee.propertySpan), newText: by },
    ];
    return { by, edits };
  }
  const { name: subprocess, edits: imported } = importWhole(context, 'subprocess');
  if (name === 'system' && call.args.length === 1) {
    const isUsed = enclosingStatement(context.module, call);
    const alone = isUsed?.kind === 'expr' && isUsed.expr === call;
    const by = `${subprocess}.${alone ? 'run' : 'call'}`;
    return {
      by,
      edits: [{ ...spanOf(callee), newText: by }, { ...at, newText: list }, ...imported],
    };
  }
  const read = name === 'popen' && call.args.length === 1 && readOf(call, context);
  if (read) {
    const by = `${subprocess}.run`;
    const options = `stdout=${subprocess}.PIPE, text=True`;
    const newText = `${by}(${list}, ${options}).stdout`;
    return { by, edits: [{ ...spanOf(read), newText }, ...imported] };
  }
  return undefined;
}

/** `os.popen(…).read()` */
function readOf(call: Call, context: RuleContext): Call | undefined {
  return nodesAt(context.module, call).find(
    (node): node is Call =>
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      node.callee.object === call &&
      node.callee.property === 'read' &&
      node.args.length === 0,
  );
}

function withoutShellKeyword(call: Call, context: RuleContext): readonly TextEdit[] {
  const shell = call.args.find((arg: Arg) => arg.name === 'shell');
  const removed = shell && removeItem(call.args, shell, context);
  return removed ? [removed] : [];
}

// ---------------------------------------------------------------------------------------------
// Java and Ruby

function inJava(
  _site: Site,
  call: Call,
  words: readonly string[],
  at: Span,
  _context: RuleContext,
): Started | undefined {
  // The text is split at blanks; a shell in it reads the rest in its own way.
  if (calledName(call) !== 'exec' || /sh"$|cmd(?:\.exe)?"$|powershell/i.test(words[0] ?? '')) {
    return undefined;
  }
  return { by: 'String[]', edits: [{ ...at, newText: `new String[] {${words.join(', ')}}` }] };
}

function inRuby(
  _site: Site,
  call: Call,
  words: readonly string[],
  at: Span,
  context: RuleContext,
): Started | undefined {
  const written = source(context, call);
  if (!/^[\w.:]+[( ]/.test(written)) return undefined;
  const name = calledName(call);
  if (/^(?:system|exec|spawn|capture2e?|capture3|popen2e?|popen3)$/.test(name)) {
    return { by: name, edits: [{ ...at, newText: words.join(', ') }] };
  }
  if (name !== 'popen') return undefined;
  return { by: 'IO.popen', edits: [{ ...at, newText: `[${words.join(', ')}]` }] };
}
