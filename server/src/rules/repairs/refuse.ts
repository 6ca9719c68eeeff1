import type { Expr, FunctionNode, Node } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, quote, source } from '../edits';
import type { RuleContext } from '../rule';
import { importClass, importFrom } from './imports';
import { isOtherType } from './places';
import { indentUnit, insertBefore, ownLine } from './statements';

/** Lets a program answer "bad request" in the way of its framework where a check fails. */

/** What leaves the function, and what has to be imported for it. */
export interface Refusal {
  /** Statements, each on a line of its own, without semicolons where the language has none. */
  readonly lines: readonly string[];
  readonly edits: readonly TextEdit[];
}

/**
 * The answer to a request that is refused, as the framework of the function around gives it; outside
 * of any framework an exception.
 *
 * @param reason what is wrong, as a sentence without a full stop
 */
export function refusal(at: Expr, reason: string, context: RuleContext): Refusal {
  switch (context.module.language) {
    case 'javascript':
    case 'typescript':
      return { lines: inJavaScript(at, reason, context), edits: [] };
    case 'python':
      return inPython(at, reason, context);
    case 'java':
      return inJava(at, reason, context);
    case 'ruby':
      return { lines: [inRuby(reason, context)], edits: [] };
    case 'php':
      return { lines: inPhp(at, reason, context), edits: [] };
  }
}

/** Functions around a place, the innermost first. */
export function functionsAround(at: Expr, { module }: RuleContext): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (const node of nodesAt(module, at)) {
    if (node.kind === 'function' || node.kind === 'function-decl') found.unshift(node.fn);
    else if (node.kind === 'class' || node.kind === 'class-decl') {
      const method = node.cls.methods.find((m) => m.start <= at.start && at.end <= m.end);
      if (method) found.unshift(method);
    }
  }
  return found;
}

function inJavaScript(at: Expr, reason: string, context: RuleContext): readonly string[] {
  const answer = answerInJavaScript(at, reason, context);
  const [fn] = functionsAround(at, context);
  // In TypeScript a function that gives nothing cannot give the answer.
  const [, call] = /^(?:void|Promise<void>)$/.test(fn?.returnType ?? '')
    ? (/^return (.+)/.exec(answer) ?? [])
    : [];
  return call === undefined ? [answer] : [call, 'return;'];
}

function answerInJavaScript(at: Expr, reason: string, context: RuleContext): string {
  const { text } = context;
  const q = quote(text);
  const message = `${q}${reason}${q}`;
  const names = functionsAround(at, context).flatMap(({ params }) =>
    params.flatMap(({ target }) => (target.kind === 'name' ? [target.name] : [])),
  );
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name));
  const reply = named(/^(?:reply|rep)$/);
  if (reply !== undefined) return `return ${reply}.code(400).send(${message});`;
  const ctx = named(/^(?:ctx|context)$/);
  if (ctx !== undefined && /['"]koa/.test(text)) return `ctx.throw(400, ${message});`;
  const res = named(/^(?:res|resp|response)$/);
  if (res !== undefined) {
    const isExpress =
      /['"]express['"]/.test(text) ||
      new RegExp(`\\b${res}\\.(?:status|send|json|render|redirect|sendFile|sendStatus)\\(`).test(
        text,
      );
    if (isExpress) return `return ${res}.status(400).send(${message});`;
    return `return ${res}.writeHead(400).end(${message});`;
  }
  return `throw new Error(${message});`;
}

function inPython(at: Expr, reason: string, context: RuleContext): Refusal {
  const { text } = context;
  const q = quote(text);
  const inFunction = functionsAround(at, context).length > 0;
  if (inFunction && /^\s*(?:from|import)\s+flask\b/m.test(text)) {
    const whole = /^\s*import\s+flask\b/m.test(text) && !/^\s*from\s+flask\s+import/m.test(text);
    if (whole) return { lines: ['flask.abort(400)'], edits: [] };
    const { name, edits } = importFrom(context, 'flask', 'abort');
    return { lines: [`${name}(400)`], edits };
  }
  if (inFunction && /^\s*(?:from|import)\s+fastapi\b/m.test(text)) {
    const { name, edits } = importFrom(context, 'fastapi', 'HTTPException');
    return { lines: [`raise ${name}(status_code=400, detail=${q}${reason}${q})`], edits };
  }
  const isView = functionsAround(at, context).some(({ params }) =>
    params.some(({ target }) => target.kind === 'name' && target.name === 'request'),
  );
  if (isView && /^\s*(?:from|import)\s+django\b/m.test(text)) {
    const { name, edits } = importFrom(context, 'django.http', 'HttpResponseBadRequest');
    return { lines: [`return ${name}(${q}${reason}${q})`], edits };
  }
  return { lines: [`raise ValueError(${q}${reason}${q})`], edits: [] };
}

function inJava(at: Expr, reason: string, context: RuleContext): Refusal {
  const { text } = context;
  const [fn] = functionsAround(at, context);
  const response = fn?.params.find(({ type }) => /\bHttpServletResponse$/.test(type ?? ''));
  if (fn && response?.target.kind === 'name' && fn.returnType === 'void') {
    const { name } = response.target;
    return { lines: [`${name}.sendError(400, "${reason}");`, 'return;'], edits: [] };
  }
  if (/^import\s+org\.springframework\.(?:web|stereotype\.Controller)/m.test(text)) {
    const status = importClass(context, 'org.springframework.http.HttpStatus');
    const thrown = importClass(context, 'org.springframework.web.server.ResponseStatusException');
    return {
      lines: [`throw new ${thrown.name}(${status.name}.BAD_REQUEST, "${reason}");`],
      edits: mergedInsertions([...status.edits, ...thrown.edits]),
    };
  }
  return { lines: [`throw new IllegalArgumentException("${reason}");`], edits: [] };
}

/** Two lines for one place become one edit, so that neither gets lost. */
export function mergedInsertions(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const at = merged.findIndex(
      (one) => one.start === edit.start && one.end === edit.end && one.start === one.end,
    );
    const before = merged[at];
    if (!before) merged.push(edit);
    else if (!before.newText.includes(edit.newText)) {
      merged[at] = { ...before, newText: before.newText + edit.newText };
    }
  }
  return merged;
}

function inRuby(reason: string, { text }: RuleContext): string {
  if (/<\s*[\w:]*Controller\b/.test(text)) return 'return head :bad_request';
  if (/\bSinatra\b|require ['"]sinatra/.test(text)) return 'halt 400';
  const q = quote(text);
  return `raise ArgumentError, ${q}${reason}${q}`;
}

function inPhp(at: Expr, reason: string, context: RuleContext): readonly string[] {
  const { text } = context;
  const q = quote(text);
  if (/\bIlluminate\\/.test(text)) return ['abort(400);'];
  const isPage = functionsAround(at, context).length === 0 || /\$_(?:GET|POST|REQUEST)/.test(text);
  if (!isPage) return [`throw new \\InvalidArgumentException(${q}${reason}${q});`];
  return ['http_response_code(400);', `exit(${q}${reason}${q});`];
}

/** `if` with these statements in it, in the language and indentation of the file. */
export function ifThen(
  condition: string,
  lines: readonly string[],
  context: RuleContext,
): readonly string[] {
  const unit = indentUnit(context);
  const inside = lines.map((line) => unit + line);
  switch (context.module.language) {
    case 'python':
      return [`if ${condition}:`, ...inside];
    case 'ruby': {
      const [, positive] = /^!(.+)$/.exec(condition) ?? [];
      const head = positive === undefined ? `if ${condition}` : `unless ${positive}`;
      return lines.length === 1 ? [`${lines[0]} ${head}`] : [head, ...inside, 'end'];
    }
    default:
      return [`if (${condition}) {`, ...inside, '}'];
  }
}

/**
 * Refuses what does not pass a check, in front of the statements that use it. Data that has no name
 * yet gets one there. Undefined where no line fits.
 *
 * @param fails the condition, true for what is refused; gets the name of the data
 * @param called the name of data that has none
 */
export function guard(
  places: readonly Expr[],
  fails: (name: string) => string,
  reason: string,
  context: RuleContext,
  called?: string,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const guarded = new Set<string>();
  for (const place of places) {
    const statement = ownLine(place, context);
    if (!statement || statement.kind === 'loop') return undefined;
    if (called === undefined && isOtherType(place, context)) return undefined;
    const written = source(context, place);
    const isName =
      place.kind === 'name' || (place.kind === 'member' && /^(?:this|self)\.\w+$/.test(written));
    const bare = isName && /^[\w.$@]+$/.test(written) ? phpName(written, context) : undefined;
    const name = bare ?? freeName(place, context, called);
    if (guarded.has(name)) continue;
    guarded.add(name);
    const lines: string[] = [];
    if (bare === undefined) {
      if (isInText(place, context)) return undefined;
      lines.push(declaration(name, written, context));
      edits.push({ start: place.start, end: place.end, newText: name });
    }
    const answer = refusal(place, reason, context);
    lines.push(...ifThen(fails(name), answer.lines, context));
    edits.push(insertBefore(statement, lines, context), ...answer.edits);
  }
  return edits.length === 0 ? undefined : mergedInsertions(edits);
}

function phpName(written: string, { module }: RuleContext): string {
  return module.language === 'php' && !written.startsWith('$') ? `$${written}` : written;
}

/** In PHP a variable of a text has its own notation there. */
function isInText(place: Expr, { module, text }: RuleContext): boolean {
  if (module.language !== 'php') return false;
  return nodesAt(module, place).some(
    (node) => node.kind === 'string' && node.style === 'template' && text[node.start] === '"',
  );
}

/** A variable that gets this value. */
export function declaration(name: string, value: string, context: RuleContext): string {
  switch (context.module.language) {
    case 'javascript':
    case 'typescript':
      return `const ${name} = ${value};`;
    case 'java':
      return `String ${name} = ${value};`;
    case 'php':
      return `${name} = ${value};`;
    default:
      return `${name} = ${value}`;
  }
}

/** A name for data that has none: the key that it stands under, as long as nothing is called so. */
export function freeName(place: Expr, context: RuleContext, fallback = 'value'): string {
  const { language } = context.module;
  const wanted = keyOf(place) ?? fallback;
  const camel = wanted.replace(/[-_ ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  const snake = wanted.replace(/\W+/g, '_').replace(/([a-z])([A-Z])/g, '$1_$2');
  const base = language === 'python' || language === 'ruby' ? snake.toLowerCase() : camel;
  const mark = language === 'php' ? '$' : '';
  const outer = functionsAround(place, context).at(-1);
  const scope = outer ? source(context, outer) : context.text;
  const isTaken = (name: string) =>
    new RegExp(`(?<![\\w$.'":\`/])${name}(?![\\w'":\`])`).test(scope) ||
    new RegExp(
      `^(?:import|from|const|let|var|def|function|class)\\b[^\\n=]*\\b${name}\\b`,
      'm',
    ).test(context.text);
  const candidates = [base, `given_${base}`, `checked_${base}`].map((name, i) =>
    i === 0 || language === 'python' || language === 'ruby'
      ? name
      : name.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase()),
  );
  const free = candidates.find(
    (name) => /^[A-Za-z]\w*$/.test(name) && !isTaken(mark ? `\\$${name}` : name),
  );
  return mark + (free ?? `checkedValue`);
}

function keyOf(place: Node): string | undefined {
  switch (place.kind) {
    case 'member':
      return place.property;
    case 'index':
      return place.index.kind === 'literal' ? String(place.index.value) : undefined;
    case 'call': {
      const first = place.args.find(
        ({ value }) => value.kind === 'literal' && /^\w+$/.test(String(value.value)),
      )?.value;
      if (first?.kind === 'literal' && typeof first.value === 'string') return first.value;
      return place.callee.kind === 'member' ? keyOf(place.callee.object) : undefined;
    }
    default:
      return undefined;
  }
}

/** A list that a person fills in, as a literal of the language. */
export function listText(values: readonly string[], context: RuleContext): string {
  const q = context.module.language === 'java' ? '"' : quote(context.text);
  const inside = values.map((value) => `${q}${value}${q}`).join(', ');
  switch (context.module.language) {
    case 'python':
      return values.length === 1 ? `(${inside},)` : `(${inside})`;
    case 'java':
      return `Arrays.asList(${inside})`;
    default:
      return `[${inside}]`;
  }
}

/** The condition that is true for what is not in a list; in Java `Arrays` has to be imported. */
export function notIn(value: string, values: readonly string[], context: RuleContext): string {
  const list = listText(values, context);
  switch (context.module.language) {
    case 'python':
      return `${value} not in ${list}`;
    case 'ruby':
      return `!${list}.include?(${value})`;
    case 'php':
      return `!in_array(${value}, ${list}, true)`;
    case 'java':
      return `!${list}.contains(${value})`;
    default:
      return `!${list}.includes(${value})`;
  }
}

/** Refuses data that is not one of a list; see `guard`. */
export function allowOnly(
  places: readonly Expr[],
  values: readonly string[],
  reason: string,
  context: RuleContext,
  form: (name: string) => string = (name) => name,
): readonly TextEdit[] | undefined {
  const edits = guard(places, (name) => notIn(form(name), values, context), reason, context);
  if (!edits || context.module.language !== 'java') return edits;
  return mergedInsertions([...edits, ...importClass(context, 'java.util.Arrays').edits]);
}
