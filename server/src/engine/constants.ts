import type { TextFunction } from './model';
import type { Constant } from './values';

type Primitive = Constant['value'];

/** Result of an operator on constants; undefined when it is not a constant that we track. */
export function binaryConstant(
  op: string,
  left: Primitive,
  right: Primitive,
): Constant | undefined {
  if (op === '===' || op === '==') return { value: left === right };
  if (op === '!==' || op === '!=') return { value: left !== right };
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    if (op === '&') return { value: left && right };
    if (op === '|') return { value: left || right };
  }
  if (typeof left === 'number' && typeof right === 'number') {
    const result = arithmetic(op, left, right);
    return result === undefined ? undefined : { value: result };
  }
  if (typeof left === 'string' && typeof right === 'string') {
    if (op === '+') return { value: left + right };
    if (op === '<') return { value: left < right };
    if (op === '>') return { value: left > right };
    // Python: whether a text stands in another one.
    if (op === 'in') return { value: right.includes(left) };
  }
  return undefined;
}

function arithmetic(op: string, a: number, b: number): number | boolean | undefined {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      // Integer division is the language's own affair.
      return Number.isInteger(a / b) ? a / b : undefined;
    case '%':
      return a >= 0 && b > 0 ? a % b : undefined;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

export function unaryConstant(op: string, operand: Primitive): Constant | undefined {
  if (op === '!') {
    const truth = truthOf(operand);
    return truth === undefined ? undefined : { value: !truth };
  }
  if (typeof operand === 'number') {
    if (op === '-') return { value: -operand };
    if (op === '+') return { value: operand };
  }
  return undefined;
}

/** Whether a condition holds, where all languages agree: the empty string is true in some. */
export function truthOf(primitive: Primitive): boolean | undefined {
  if (typeof primitive === 'boolean') return primitive;
  if (primitive === null || primitive === undefined) return false;
  if (typeof primitive === 'number') return primitive === 0 ? undefined : true;
  return primitive === '' ? undefined : true;
}

/** Text functions whose result is a number or a truth value, and so carries no attack. */
const measuring: ReadonlySet<TextFunction> = new Set([
  'equals',
  'equals-ignore-case',
  'length',
  'is-empty',
  'starts-with',
  'ends-with',
  'contains',
  'index-of',
  'to-number',
]);

/** Whether the function's result is no text of its input's. */
export function measures(fn: TextFunction): boolean {
  return measuring.has(fn);
}

/** What a text function gives for constants; undefined when we do not know. */
export function textConstant(
  fn: TextFunction,
  subject: Primitive,
  args: readonly Primitive[],
): Constant | undefined {
  if (fn === 'to-string') return subject === undefined ? undefined : { value: String(subject) };
  if (fn === 'equals' && typeof subject !== 'string') {
    return args.length === 0 ? undefined : { value: subject === args[0] };
  }
  if (typeof subject !== 'string') return undefined;
  const result = textResult(fn, subject, args[0], args[1]);
  return result === undefined ? undefined : { value: result };
}

function textResult(
  fn: TextFunction,
  text: string,
  first: Primitive,
  second: Primitive,
): string | number | boolean | undefined {
  switch (fn) {
    case 'upper':
      return text.toUpperCase();
    case 'lower':
      return text.toLowerCase();
    case 'trim':
      return text.trim();
    case 'length':
      return text.length;
    case 'is-empty':
      return text === '';
    case 'to-number':
      return /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
    case 'char-at':
      return typeof first === 'number' && first < text.length ? text.charAt(first) : undefined;
    case 'substring':
      return typeof first === 'number' && (second === undefined || typeof second === 'number')
        ? text.substring(first, second)
        : undefined;
    case 'slice-length':
      return typeof first === 'number' && (second === undefined || typeof second === 'number')
        ? text.slice(first, second === undefined ? undefined : first + second)
        : undefined;
    default:
      return typeof first === 'string' ? textOfTwo(fn, text, first, second) : undefined;
  }
}

function textOfTwo(
  fn: TextFunction,
  text: string,
  other: string,
  second: Primitive,
): string | number | boolean | undefined {
  switch (fn) {
    case 'concat':
      return text + other;
    case 'equals':
      return text === other;
    case 'equals-ignore-case':
      return text.toLowerCase() === other.toLowerCase();
    case 'starts-with':
      return text.startsWith(other);
    case 'ends-with':
      return text.endsWith(other);
    case 'contains':
      return text.includes(other);
    case 'index-of':
      return text.indexOf(other);
    case 'replace-all':
      return typeof second === 'string' ? text.replaceAll(other, second) : undefined;
    default:
      return undefined;
  }
}
