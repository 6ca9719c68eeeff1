import { role, type SiteArg } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { keepFileNames } from '../repairs/fileName';
import { importClass } from '../repairs/imports';
import { setKeyword, stringText } from '../repairs/options';
import { markedArg, placesOf } from '../repairs/places';
import { ifThen, mergedInsertions } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/**
 * Repairs of what is unpacked outside of its folder: the finished path is compared with the folder;
 * only the last part of the name counts; tarfile leaves such entries out itself.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  if (site.kind === 'extract') {
    const { node } = site;
    if (node.kind !== 'call' || context.module.language !== 'python') return [];
    const edits = setKeyword(node, 'filter', stringText('data', context), context);
    return edits ? [{ title: "Leave such entries out (filter='data')", edits, safe: true }] : [];
  }
  const arg = markedArg(detection) ?? role(site, 'path');
  if (!arg) return [];
  const drafts: FixDraft[] = [];
  const checked = check(arg, context);
  if (checked) {
    drafts.push({ title: 'Check that the path lies in the folder', edits: checked, safe: true });
  }
  const places = placesOf(
    arg.node,
    arg.value,
    ({ source: from }) => from.kind === 'archive-entry',
    context,
  );
  const kept = keepFileNames(places, context);
  if (kept) {
    drafts.push({ title: `Keep only the file name (${kept.by})`, edits: kept.edits, safe: false });
  }
  return drafts;
}

/** Java: in front of the line that writes, the path is compared with the folder that it is made of. */
function check({ node }: SiteArg, context: RuleContext): readonly TextEdit[] | undefined {
  if (context.module.language !== 'java') return undefined;
  const target = variableOf(node);
  if (target?.kind !== 'name') return undefined;
  const made = assignmentsTo(target.name, target, context.module).at(-1);
  const statement = ownLine(node, context);
  if (made?.kind !== 'call' || !statement) return undefined;
  const folder = folderOf(made);
  if (!folder) return undefined;
  const of = source(context, folder);
  const { name } = target;
  const isPath = !made.isNew;
  const exception = importClass(context, 'java.io.IOException');
  const file = isPath ? undefined : importClass(context, 'java.io.File');
  const inside = isPath
    ? `${name}.normalize().startsWith(${of}.normalize())`
    : `${name}.getCanonicalPath().startsWith(${of}.getCanonicalPath() + ${file?.name}.separator)`;
  const lines = ifThen(
    `!${inside}`,
    [`throw new ${exception.name}("Entry outside of the folder");`],
    context,
  );
  return mergedInsertions([
    insertBefore(statement, lines, context),
    ...exception.edits,
    ...(file?.edits ?? []),
  ]);
}

/** `path` in `new FileOutputStream(path)` and `path.toFile()`. */
function variableOf(node: Expr): Expr | undefined {
  if (node.kind === 'call') {
    const { callee, args } = node;
    if (callee.kind === 'member' && args.length === 0) return variableOf(callee.object);
    return args.length === 1 ? variableOf(args[0]!.value) : undefined;
  }
  return node.kind === 'name' ? node : undefined;
}

/** `folder` in `folder.resolve(name)` and `new File(folder, name)`. */
function folderOf({ callee, args, isNew }: Call): Expr | undefined {
  if (isNew) {
    const [folder] = args;
    return args.length === 2 && folder?.value.kind === 'name' ? folder.value : undefined;
  }
  return callee.kind === 'member' && callee.property === 'resolve' ? callee.object : undefined;
}
