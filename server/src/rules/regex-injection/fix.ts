import type { Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importClass, importModule } from '../repairs/imports';
import { markedArg, placesOf } from '../repairs/places';
import { mergedInsertions } from '../repairs/refuse';
import { type Wrap, wrapAll } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of a pattern that data becomes part of: the data stands for its own characters. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const arg = markedArg(detection);
  if (!arg) return [];
  const places = placesOf(
    arg.node,
    arg.value,
    ({ cleaned }) => !cleaned.includes('regex'),
    context,
  );
  const escaper = escaperFor(arg.node, context);
  const wrapped = wrapAll(places, escaper.wrap, context);
  if (!wrapped) return [];
  // A whole pattern may have been meant as one.
  const isPart = !places.includes(arg.node) && arg.value.text !== undefined;
  return [
    {
      title: `Search for it as plain text (${escaper.by})`,
      edits: mergedInsertions([...wrapped, ...escaper.edits]),
      safe: isPart && detection.severity !== 'hint',
    },
  ];
}

interface Escaper {
  readonly by: string;
  readonly wrap: Wrap;
  readonly edits: readonly TextEdit[];
}

function escaperFor(pattern: Expr, context: RuleContext): Escaper {
  const { module, text } = context;
  const escaper = (by: string, rest = '', edits: readonly TextEdit[] = []): Escaper => ({
    by,
    wrap: (data) => `${by}(${data}${rest})`,
    edits,
  });
  switch (module.language) {
    case 'python':
      return escaper('re.escape');
    case 'java': {
      const { name, edits } = importClass(context, 'java.util.regex.Pattern');
      return escaper(`${name}.quote`, '', edits);
    }
    case 'ruby':
      return escaper('Regexp.escape');
    case 'php':
      return escaper('preg_quote', `, '${delimiter(pattern, context)}'`);
    default: {
      if (/['"]lodash['"]/.test(text)) {
        const { name, edits } = importModule(context, 'lodash', '_');
        return escaper(`${name}.escapeRegExp`, '', edits);
      }
      // https://developer.mozilla.org/docs/Web/JavaScript/Guide/Regular_expressions#escaping
      return {
        by: 'replace',
        wrap: (data) => `String(${data}).replace(/[.*+?^\${}()|[\\]\\\\]/g, '\\\\$&')`,
        edits: [],
      };
    }
  }
}

/** The character that a pattern of PHP begins with. */
function delimiter(pattern: Expr, context: RuleContext): string {
  const build = nodesAt(context.module, pattern).findLast((node) => node.kind === 'string');
  const written = source(context, build ?? pattern).replace(/^['"]/, '');
  return /^[^\w\s\\'"$({[<]/.exec(written)?.[0] ?? '/';
}
