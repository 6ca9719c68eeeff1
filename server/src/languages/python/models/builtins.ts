import type { FrameworkModel } from '../../../engine/model';

/** Python's built-in functions and the methods of its basic types. */
export const builtins: FrameworkModel = {
  name: 'builtins',
  doc: 'https://docs.python.org/3/library/functions.html',
  sources: [
    { symbol: 'input', called: true, kind: 'local', label: 'what the user types' },
    { symbol: 'sys.argv', kind: 'local', label: 'a command-line argument' },
    { symbol: 'os.environ', kind: 'local', label: 'an environment variable' },
  ],
  types: { 'contextlib.closing()': 'contextlib.closing#' },
  calls: [
    ...['int', 'float', 'bool', 'len', 'isinstance', 'abs', 'round', 'hash', 'id', 'ord'].map(
      (call) => ({ call, result: 'clean' }) as const,
    ),
    ...['uuid.UUID', 'decimal.Decimal', 'datetime.date.fromisoformat'].map(
      (call) => ({ call, result: 'clean' }) as const,
    ),
    { call: '*.join', result: 'joined' },
    { call: '*.get', result: 'element' },
    ...['sys.exit', 'exit', 'quit', 'os.abort'].map((call) => ({ call, result: 'never' }) as const),
    ...['startswith', 'endswith', 'find', 'index', 'count', 'isdigit', 'isalnum', 'isnumeric'].map(
      (name) => ({ call: `*.${name}`, result: 'clean' }) as const,
    ),
    ...['append', 'add', 'insert', 'extend'].map(
      (name) => ({ call: `*.${name}`, result: 'clean', effect: { on: 'absorb' } }) as const,
    ),
    ...['str', 'repr', 'bytes', 'list', 'tuple', 'dict', 'sorted', 'json.loads', 'json.dumps'].map(
      (call) => ({ call, result: 'propagate' }) as const,
    ),
    ...['set', 'frozenset', 'contextlib.closing'].map(
      (call) => ({ call, result: 'argument' }) as const,
    ),
  ],
};
