import type { Call, Expr } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { source } from '../edits';
import { importModule } from '../repairs/imports';
import { packageNeed } from '../repairs/packages';
import { contains, isTestFile } from '../report';
import type { FixDraft, Observation, RuleContext } from '../rule';

const onceMessage =
  'With a text as its pattern, `replace` changes only the first one that it finds, and a script in the rest of the text stays. Use a library that escapes HTML, such as `escape-html`.';
const quotesMessage =
  'This escapes tags, but no quotes: in an attribute such as `title="…"` data can still add a script. Use a library that escapes HTML, such as `escape-html`.';

/** JavaScript: HTML that is escaped by hand, and not in full. */
export function halfEscape(context: RuleContext): readonly Observation[] {
  const { language } = context.module;
  if (language !== 'javascript' && language !== 'typescript') return [];
  if (isTestFile(context.flow.file)) return [];
  const escapes = nodesOf(context.module, 'call').filter(escapesTags);
  return escapes.flatMap((call): readonly Observation[] => {
    // Calls in a chain lie in one another: the outermost stands for all.
    if (escapes.some((other) => other !== call && contains(other, call))) return [];
    const at = { start: call.start, end: call.end };
    const fixes = () => wholeEscape(call, context);
    if (replacesOnce(call)) return [{ at, severity: 'warning', message: onceMessage, fixes }];
    const chain = chainAround(call, context);
    // Whoever thinks of `&` means text between tags, where quotes are harmless.
    return /&amp;|&quot;|&#0?3[49];|&#x2[27];|&apos;/i.test(
      context.text.slice(chain.start, chain.end),
    )
      ? []
      : [{ at, severity: 'hint', message: quotesMessage, fixes }];
  });
}

/** `text.replace('<', '&lt;')` and the like. */
function escapesTags({ callee, args }: Call): boolean {
  if (callee.kind !== 'member' || !/^replace(?:All)?$/.test(callee.property)) return false;
  const [pattern, by] = args.map(({ value }) => value);
  if (pattern?.kind !== 'literal' || by?.kind !== 'literal') return false;
  return (
    /^(?:[<>]|\/[<>]\/[a-z]*)$/.test(String(pattern.value)) && /^&[lg]t;$/.test(String(by.value))
  );
}

function replacesOnce({ callee, args: [pattern] }: Call): boolean {
  if (callee.kind !== 'member' || callee.property !== 'replace') return false;
  return (
    pattern?.value.kind === 'literal' && /^[<>]$|\/[a-fh-z]*$/.test(String(pattern.value.value))
  );
}

/** The longest chain of calls that a call belongs to. */
function chainAround(call: Call, context: RuleContext): Call {
  let longest = call;
  for (const other of nodesOf(context.module, 'call')) {
    if (other.start === call.start && other.end > longest.end) longest = other;
  }
  return longest;
}

const escapes = /^&(?:amp|lt|gt|quot|apos|#0?3[49]|#x2[27]);$/i;

/** One call of a library in the place of the whole chain. */
function wholeEscape(outermost: Call, context: RuleContext): readonly FixDraft[] {
  const { module, text, flow } = context;
  const isModule = module.body.some(({ kind }) => kind === 'import' || kind === 'export');
  // A script of a page has no libraries but those that the page loads.
  if (!isModule && !/\brequire\(|\bexports\b/.test(text) && !flow.file.endsWith('.ts')) return [];
  let end = outermost;
  for (const other of nodesOf(module, 'call')) {
    if (other.start === outermost.start && other.end > end.end && isEscape(other)) end = other;
  }
  let root: Expr = end;
  while (root.kind === 'call' && root.callee.kind === 'member' && isEscape(root)) {
    root = root.callee.object;
  }
  const { name, edits } = importModule(context, 'escape-html', 'escapeHtml');
  const newText = `${name}(${source(context, root)})`;
  return [
    {
      title: 'Escape all of it (escape-html)',
      edits: [{ start: end.start, end: end.end, newText }, ...edits],
      safe: true,
      packages: [packageNeed('npm', 'escape-html')],
    },
  ];
}

function isEscape({ callee, args }: Call): boolean {
  const by = args[1]?.value;
  return (
    callee.kind === 'member' &&
    /^replace(?:All)?$/.test(callee.property) &&
    by?.kind === 'literal' &&
    escapes.test(String(by.value))
  );
}
