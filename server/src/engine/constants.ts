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
  if (typeof left === 'number' && typeof right === 'number') {
    const result = arithmetic(op, left, right);
    return result === undefined ? undefined : { value: result };
  }
  if (typeof left === 'string' && typeof right === 'string') {
    if (op === '+') return { value: left + right };
    if (op === '<') return { value: left < right };
    if (op === '>') return { value: left > right };
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
