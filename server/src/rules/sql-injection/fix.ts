import type { SiteArg } from '../../engine/sites';
import type { Call, Expr, LanguageId } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { type Rewrite, rewriteText } from '../repairs/parameters/placeholders';
import { definitionsOf, stillHeld } from '../repairs/parameters/text';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { type Bind, type Binding, calledName, nodesAround, type Values } from './binding';
import { collectValues, listName } from './collect';
import { builtByHelper, runByHelper } from './helpers';
import { bindJava } from './java';
import { bindJavaScript } from './javascript';
import { substituted } from './mybatis';
import { type NamePlan, planNames, planWhole } from './names';
import { bindPhp } from './php';
import { bindPython } from './python';
import { bindRuby } from './ruby';
import { sqlText } from './rule';

const binds: Readonly<Record<LanguageId, Bind>> = {
  javascript: bindJavaScript,
  typescript: bindJavaScript,
  python: bindPython,
  java: bindJava,
  ruby: bindRuby,
  php: bindPhp,
};

/**
 * Repairs of a statement that data becomes part of: each value leaves the text, a placeholder of the
 * driver takes its place, and the value goes to the database apart from the text. What takes no
 * placeholder, such as the name of a column, must be one of a list.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { node: call } = detection.site;
  const text = sqlText(detection.site);
  if (call.kind !== 'call' || !text) return [];
  if (detection.site.spec?.data?.form === 'substituted') return substituted(text.node, context);
  const whole = wholeName(call, text, context);
  if (whole) return [whole];
  const binding = binds[context.module.language](detection.site, call, text.node, context);
  const node = binding?.text ?? text.node;
  const rewrite = rewriteText(node, binding?.options ?? { mark: { kind: '?' } }, context);
  if (!rewrite) return binding ? byHelper(binding, node, call, context) : [];
  const names = planNames(rewrite, text, context);
  const edits = editsOf(rewrite, names, binding, node, call, context);
  if (!edits || edits.length === 0) return [];
  const { packages } = binding ?? {};
  const title = titleOf(rewrite, names, binding);
  return [
    {
      title,
      edits,
      safe: (names?.safe ?? true) && !binding?.isGuess,
      ...(packages && { packages }),
    },
  ];
}

/** A text that a function of the file builds, or that callers give to one. */
function byHelper(
  binding: Binding,
  text: Expr,
  call: Call,
  context: RuleContext,
): readonly FixDraft[] {
  const built = builtByHelper(text, binding, context);
  if (built) {
    const { rewrite, params } = built;
    const values = { params, list: undefined, rewrite, marker: markerOf(context), context };
    const edits = params.length > 0 ? binding.bind(values) : undefined;
    if (!edits) return [];
    return [
      {
        title: parametersTitle(params.length, binding),
        edits: [...rewrite.edits, ...edits],
        safe: true,
      },
    ];
  }
  const run = runByHelper(text, call, binding, context);
  return run ? [{ title: parametersTitle(run.count, binding), edits: run.edits, safe: true }] : [];
}

function parametersTitle(count: number, { driver }: Binding): string {
  return `Use ${count === 1 ? 'a query parameter' : 'query parameters'} (${driver})`;
}

function titleOf(
  { params }: Rewrite,
  names: NamePlan | undefined,
  binding: Binding | undefined,
): string {
  if (params.length === 0 || !binding) return names?.title ?? 'Make it a whole number';
  const title = parametersTitle(params.length, binding);
  return names ? `${title}, and a${names.title.slice(1)}` : title;
}

/** Methods that take the name of a column or table and nothing else. */
const nameMethods =
  /^(?:order|reorder|group|pluck|select|orderBy|addOrderBy|orderByDesc|groupBy|addGroupBy|orderByRaw|groupByRaw|sum|average|minimum|maximum)$/;

/** Data that is all of a text, where a name is expected. */
function wholeName(call: Call, text: SiteArg, context: RuleContext): FixDraft | undefined {
  if (text.node.kind === 'string' || text.value.text || text.value.shape) return undefined;
  const option = call.args
    .flatMap(({ name, value }) => [
      ...(value === text.node && name !== undefined ? [name] : []),
      ...(value.kind === 'map'
        ? value.entries.flatMap((entry) =>
            entry.value === text.node && entry.key?.kind === 'literal'
              ? [String(entry.key.value)]
              : [],
          )
        : []),
    ])
    .at(0);
  const method = option ?? calledName(call);
  const kind = nameMethods.test(method)
    ? 'column'
    : /^(?:from|table)$/.test(method)
      ? 'table'
      : undefined;
  return kind && planWhole(text.node, kind, context);
}

function editsOf(
  rewrite: Rewrite,
  names: NamePlan | undefined,
  binding: Binding | undefined,
  text: Expr,
  call: Call,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const more = names?.edits ?? [];
  const { params, assembly } = rewrite;
  if (params.length === 0) return merged([...rewrite.edits, ...more]);
  if (!binding || isRunElsewhere(rewrite, text, call, context)) return undefined;
  if (assembly.isBranching) return collected(rewrite, more, binding, text, call, context);
  if (!isStillThere(rewrite, call, context)) return undefined;
  const changed = { ...rewrite, edits: [...rewrite.edits, ...more] };
  const marker = markerOf(context);
  const edits = binding.bind({ params, list: undefined, rewrite: changed, marker, context });
  return edits && merged([...changed.edits, ...edits]);
}

function markerOf({ module }: RuleContext): Values['marker'] {
  return /^(?:python|ruby)$/.test(module.language) ? '*' : '...';
}

/** A text with branches: the values are added to a list where their parts are. */
function collected(
  first: Rewrite,
  more: readonly TextEdit[],
  binding: Binding,
  text: Expr,
  call: Call,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  if (binding.options.hasParams) return undefined;
  const list = listName(call, context);
  const length = (position: number) => {
    const unit = first.params[position]?.unit;
    const behind = first.params.slice(position + 1).filter((one) => one.unit === unit).length;
    const written = lengthOf(list, context.module.language);
    return behind === 0 ? written : `${written} - ${behind}`;
  };
  const again = rewriteText(text, { ...binding.options, length }, context);
  if (!again) return undefined;
  const rewrite = { ...again, edits: [...again.edits, ...more] };
  const { params, assembly } = rewrite;
  const isOrdered = binding.options.mark.kind !== '$';
  const bound = binding.bind({ params, list, rewrite, marker: markerOf(context), context });
  const added = bound && collectValues(list, params, assembly.units, call, isOrdered, context);
  return added && merged([...rewrite.edits, ...bound, ...added]);
}

function lengthOf(list: string, language: LanguageId): string {
  if (language === 'python') return `len(${list})`;
  if (language === 'php') return `count(${list})`;
  return `${list}.length`;
}

/** Leaves out what a larger change has in it already. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(({ start, end }) => {
    // An insertion at the edge stays.
    const edge = start === end ? 1 : 0;
    return !edits.some(
      (other) =>
        other.start + edge <= start &&
        end + edge <= other.end &&
        other.end - other.start > end - start,
    );
  });
}

/** Functions that run a statement, by what they are called. */
const runs =
  /^(?:mysqli?_|pg_)?(?:exec|query|run|fetch|find|select|prepare|update|delete|insert|batch|load|raw|all|get)/i;

/** Whether another call runs the text too: its values would be missing there. */
function isRunElsewhere(
  { assembly }: Rewrite,
  text: Expr,
  call: Call,
  context: RuleContext,
): boolean {
  const { variables, units } = assembly;
  if (variables.length === 0) return false;
  return nodesAround(call, context).some((node) => {
    if (node.kind !== 'call' || node === call) return false;
    if (node.start <= text.start && text.end <= node.end) return false;
    const { callee } = node;
    const name =
      callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
    if (!runs.test(name)) return false;
    return node.args.some(
      ({ value }) =>
        value.kind === 'name' &&
        variables.includes(value.name) &&
        // Another function may have a variable of that name.
        stillHeld(definitionsOf(value, context)).some(({ expr }) =>
          units.some((unit) => unit.expr === expr),
        ),
    );
  });
}

/** Whether the values are the same where the statement is run: no variable has got another one. */
function isStillThere({ params, assembly }: Rewrite, call: Call, context: RuleContext): boolean {
  if (assembly.variables.length === 0) return true;
  const names = new Set(params.flatMap(({ node }) => (node.kind === 'name' ? [node.name] : [])));
  if (names.size === 0) return true;
  const from = Math.min(...params.map(({ node }) => node.start));
  return !nodesAround(call, context).some(
    (node) =>
      node.kind === 'assign' &&
      node.start > from &&
      node.start < call.start &&
      node.target.kind === 'name' &&
      names.has(node.target.name),
  );
}
