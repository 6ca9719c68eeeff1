import type { Expr } from '../../ir/types';
import { quote } from '../edits';
import type { Wrap } from '../repairs/wrap';
import type { RuleContext } from '../rule';

/**
 * Escaping leaves `javascript:` as it is, so data that an address of a page begins with must begin as
 * an address of the web does; what does not becomes `#`.
 */
export function asAddress(escapeData: Wrap, context: RuleContext): Wrap | undefined {
  const q = quote(context.text);
  const inOther = (node: Expr) => otherQuote(node, q, context);
  switch (context.module.language) {
    case 'python':
      return (written, node) => {
        const mark = inOther(node);
        const known = ['https://', 'http://', '/'].map((one) => `${mark}${one}${mark}`).join(', ');
        const data = `str(${written})`;
        return escapeData(
          `${written} if ${data}.startswith((${known})) else ${mark}#${mark}`,
          node,
        );
      };
    case 'javascript':
    case 'typescript':
      return (written, node) => {
        const mark = inOther(node);
        return escapeData(
          `/^(?:https?:\\/)?\\//i.test(${written}) ? ${written} : ${mark}#${mark}`,
          node,
        );
      };
    case 'php':
      return (written, node) =>
        escapeData(`preg_match('~^(?:https?:/)?/~i', ${written}) ? ${written} : '#'`, node);
    default:
      return undefined;
  }
}

/** In an f-string of older versions of Python the quotes around cannot be used inside. */
function otherQuote(node: Expr, q: "'" | '"', { text, module }: RuleContext): string {
  if (module.language !== 'python') return q;
  const line = text.slice(text.lastIndexOf('\n', node.start) + 1, node.start);
  const opened = /[fF]('''|"""|['"])(?:(?!\1).)*\{\s*$/.exec(line)?.[1];
  if (opened === undefined) return q;
  return opened.startsWith('"') ? "'" : '"';
}
