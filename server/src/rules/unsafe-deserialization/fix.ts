import { role } from '../../engine/sites';
import type { Call, Expr, Span } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingStatement, source } from '../edits';
import { importClass, importFrom, importWhole, requireLibrary } from '../repairs/imports';
import { addArguments, setKeyword } from '../repairs/options';
import { mergedInsertions } from '../repairs/refuse';
import { insertAfter, insertBefore, ownLine, removeStatement } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * Repairs of data that becomes objects of any class: a loader that makes plain data only, a filter of
 * classes, or JSON. Where the format changes, what is stored has to change with it: a preview.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = detection.site;
  if (node.kind !== 'call') return [];
  switch (context.module.language) {
    case 'python':
      return inPython(node, context);
    case 'ruby':
      return inRuby(node, context);
    case 'php':
      return inPhp(node, context);
    case 'java':
      return inJava(detection, node, context);
    default:
      return inJavaScript(node, context);
  }
}

function draft(title: string, edits: readonly TextEdit[] | undefined, safe: boolean) {
  return edits && edits.length > 0 ? [{ title, edits: mergedInsertions(edits), safe }] : [];
}

/** `f(data, …)` becomes `to(data)`. */
function calledWith(call: Call, to: string, context: RuleContext): readonly TextEdit[] {
  const [first] = call.args;
  const { argsSpan } = call;
  const isOpen = context.text[argsSpan.start] === '(';
  const rest: TextEdit[] =
    first && isOpen && call.args.length > 1
      ? [{ start: first.end, end: argsSpan.end - 1, newText: '' }]
      : [];
  return [{ ...spanOf(call.callee), newText: to }, ...rest];
}

function lastName({ callee }: Call): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

function objectOf({ callee }: Call, context: RuleContext): string | undefined {
  return callee.kind === 'member' ? source(context, callee.object) : undefined;
}

// ---------------------------------------------------------------------------------------------

const pickles = /^(?:c?[Pp]ickle|_pickle|dill|cloudpickle|pickle5|marshal|jsonpickle)$/;

function inPython(call: Call, context: RuleContext): readonly FixDraft[] {
  const name = lastName(call);
  const object = objectOf(call, context);
  const isYaml =
    object === undefined ? /\bfrom yaml import\b/.test(context.text) : /yaml$/i.test(object);
  if (isYaml && /^(?:(?:unsafe|full)_)?load(?:_all)?$/.test(name)) {
    const to = name.endsWith('_all') ? 'safe_load_all' : 'safe_load';
    const found =
      object === undefined
        ? importFrom(context, 'yaml', to)
        : { name: `${object}.${to}`, edits: [] };
    return draft(
      `Load plain data only (yaml.${to})`,
      [...calledWith(call, found.name, context), ...found.edits],
      true,
    );
  }
  if (name === 'load' && /torch/.test(object ?? '')) {
    return draft(
      'Load tensors only (weights_only)',
      setKeyword(call, 'weights_only', 'True', context),
      true,
    );
  }
  if (call.args.some((arg) => arg.name === 'allow_pickle')) {
    return draft('Load arrays only', setKeyword(call, 'allow_pickle', 'False', context), false);
  }
  if (call.args.some((arg) => arg.name === 'safe_mode')) {
    return draft('Load in safe mode', setKeyword(call, 'safe_mode', 'True', context), false);
  }
  const isPickle =
    object !== undefined
      ? pickles.test(object) || importsPickle(object, context)
      : /from (?:c?[Pp]ickle|_pickle|dill|marshal) import/.test(context.text);
  const to = /^(?:loads|decode)$/.test(name) ? 'loads' : name === 'load' ? 'load' : undefined;
  if (!isPickle || to === undefined) return [];
  const json = importWhole(context, 'json');
  return draft(
    `Use JSON instead (json.${to})`,
    [...calledWith(call, `${json.name}.${to}`, context), ...json.edits],
    false,
  );
}

/** `import _pickle as p` */
function importsPickle(local: string, { module }: RuleContext): boolean {
  return module.body.some(
    (stmt) =>
      stmt.kind === 'import' &&
      pickles.test(stmt.source) &&
      stmt.names.some((name) => name.local === local),
  );
}

function inRuby(call: Call, context: RuleContext): readonly FixDraft[] {
  const name = lastName(call);
  const object = objectOf(call, context);
  if (object === 'YAML' || object === 'Psych') {
    return draft(
      `Load plain data only (${object}.safe_load)`,
      calledWith(call, `${object}.safe_load`, context),
      true,
    );
  }
  if (object === 'Oj') {
    const edits = calledWith(call, 'Oj.safe_load', context);
    return draft('Load plain data only (Oj.safe_load)', edits, name === 'load');
  }
  if (object === 'Marshal' || object === 'JSON') {
    const edits = [...calledWith(call, 'JSON.parse', context), ...requireLibrary(context, 'json')];
    return draft('Use JSON instead (JSON.parse)', edits, object === 'JSON');
  }
  return [];
}

function inPhp(call: Call, context: RuleContext): readonly FixDraft[] {
  if (lastName(call) !== 'unserialize' || call.args.length !== 1) return [];
  const edits = addArguments(call, ["['allowed_classes' => false]"], context);
  return draft('Make no objects of it (allowed_classes)', edits, false);
}

function inJavaScript(call: Call, context: RuleContext): readonly FixDraft[] {
  const name = lastName(call);
  if (
    /^(?:unserialize|deserialize|deepDeserialize)$/.test(name) ||
    objectOf(call, context) === 'cryo'
  ) {
    return draft('Use JSON instead (JSON.parse)', calledWith(call, 'JSON.parse', context), false);
  }
  const options = call.args[1];
  if (/^load(?:All)?$/.test(name) && options && /SCHEMA/.test(source(context, options))) {
    const start = call.args[0]!.end;
    return draft('Load plain data only', [{ start, end: options.end, newText: '' }], true);
  }
  return [];
}

// ---------------------------------------------------------------------------------------------
// Java

const filter = '"com.example.*;java.base/*;!*"';

function inJava({ site }: Detection, call: Call, context: RuleContext): readonly FixDraft[] {
  const name = lastName(call);
  const written = source(context, call);
  if (/^(?:setAutoTypeSupport|setEnabledForExtensions)$/.test(name)) {
    const [first] = call.args;
    return first ? draft('Turn it off', [{ ...spanOf(first), newText: 'false' }], false) : [];
  }
  if (/DefaultTyping/.test(name)) {
    const statement = enclosingStatement(context.module, call);
    if (statement?.kind !== 'expr' || statement.expr !== call) return [];
    return draft('Take default typing away', removeStatement(call, context), false);
  }
  if (site.spec?.data?.part === 'setting' && /JsonTypeInfo/.test(written)) {
    const use = /\b(?:MINIMAL_)?CLASS\b/.exec(written);
    if (!use) return [];
    const start = call.start + use.index;
    const edits = [{ start, end: start + use[0].length, newText: 'NAME' }];
    return draft('Name the types yourself (Id.NAME)', edits, false);
  }
  if (site.spec?.data?.part === 'yaml' && call.args.length === 0) {
    const safe = importClass(context, 'org.yaml.snakeyaml.constructor.SafeConstructor');
    const options = importClass(context, 'org.yaml.snakeyaml.LoaderOptions');
    const newText = `(new ${safe.name}(new ${options.name}()))`;
    const edits = [{ ...spanOf(call.argsSpan), newText }, ...safe.edits, ...options.edits];
    return draft('Load plain data only (SafeConstructor)', edits, false);
  }
  return (
    filtered(site.receiver?.node ?? call, context) ??
    filtered(role(site, 'data')?.node, context) ??
    []
  );
}

/** A filter of classes, on the line behind the one that makes the stream. */
function filtered(stream: Expr | undefined, context: RuleContext): readonly FixDraft[] | undefined {
  if (!stream) return undefined;
  const made =
    stream.kind === 'name' ? assignmentsTo(stream.name, stream, context.module).at(-1) : stream;
  if (
    made?.kind !== 'call' ||
    !made.isNew ||
    !/ObjectInputStream$/.test(source(context, made.callee))
  )
    return undefined;
  const statement = enclosingStatement(context.module, made);
  const line = ownLine(made, context);
  const type = importClass(context, 'java.io.ObjectInputFilter');
  const set = (name: string) =>
    `${name}.setObjectInputFilter(${type.name}.Config.createFilter(${filter}));`;
  const title = 'Allow only classes from a list (ObjectInputFilter)';
  if (statement?.kind === 'expr' && statement.expr.kind === 'assign' && line) {
    const { target, value } = statement.expr;
    if (target.kind === 'name' && value === made) {
      const edit = insertAfter(statement, [set(target.name)], context);
      return edit && draft(title, [edit, ...type.edits], false);
    }
  }
  // `try (ObjectInputStream in = new …) {`: in front of the line that reads.
  if (stream.kind === 'name') {
    const use = ownLine(stream, context);
    return (
      use && draft(title, [insertBefore(use, [set(stream.name)], context), ...type.edits], false)
    );
  }
  if (!line || stream !== made) return undefined;
  const input = importClass(context, 'java.io.ObjectInputStream');
  const lines = [`${input.name} objects = ${source(context, made)};`, set('objects')];
  const edits = [
    insertBefore(line, lines, context),
    { ...spanOf(made), newText: 'objects' },
    ...type.edits,
    ...input.edits,
  ];
  return draft(title, edits, false);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
