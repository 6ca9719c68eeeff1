import type { RuleContext } from '../rule';
import type { Wrap } from './wrap';

/** Takes line breaks out of a text, so that it stays one line of a log or a header. */
export function withoutLineBreaks(by: string, { module }: RuleContext): Wrap {
  switch (module.language) {
    case 'python':
      return (data) => `str(${data}).replace('\\r', '${by}').replace('\\n', '${by}')`;
    case 'java':
      return (data, node) =>
        `${node.kind === 'string' ? `(${data})` : `String.valueOf(${data})`}.replaceAll("[\\r\\n]", "${by}")`;
    case 'ruby':
      return (data) =>
        by === '' ? `${text(data)}.delete("\\r\\n")` : `${text(data)}.tr("\\r\\n", '${by}')`;
    case 'php':
      return (data) => `str_replace(["\\r", "\\n"], '${by}', ${data})`;
    default:
      return (data) => `String(${data}).replace(/[\\r\\n]/g, '${by}')`;
  }
}

/** Ruby: as an operand of a method. */
function text(data: string): string {
  return /^[@\w.]+(?:\[[^\]]*\])*$/.test(data) ? `${data}.to_s` : `(${data}).to_s`;
}
