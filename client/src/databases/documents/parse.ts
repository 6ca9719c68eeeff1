import { type Comment, type Expression, type Statement as Node, parse as parseScript } from 'acorn';

/** One statement of a MongoDB script. */
export type ShellStatement = Place &
  (
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'variable'; readonly name: string; readonly value: Expression }
    /** `use shop`, `show collections`: words of the shell, and no JavaScript. */
    | { readonly kind: 'word'; readonly word: string; readonly argument: string }
    | { readonly kind: 'mistake'; readonly message: string; readonly offset: number }
  );

interface Place {
  readonly start: number;
  readonly end: number;
}

const SHELL_LINE = /^[ \t]*(use|show)[ \t]+(\w[\w-]*)[ \t]*;?[ \t]*$/gm;
/** Where a statement may begin again behind one that cannot be read. */
const NEW_START = /^(?=db\b|use |show |const |let |var |\/\/|\/\*)/gm;

/** The statements of a script; one that cannot be read hides no other. Never throws. */
export function parseShell(text: string): ShellStatement[] {
  const words: ShellStatement[] = [];
  const script = text.replace(SHELL_LINE, (line: string, word: string, argument: string, at) => {
    const start = at + line.search(/\S/);
    words.push({ kind: 'word', word, argument, start, end: at + line.trimEnd().length });
    return line.replace(/[^\r\n]/g, ' ');
  });
  const comments: Comment[] = [];
  let statements: ShellStatement[];
  try {
    statements = read(script, comments);
  } catch {
    comments.length = 0;
    statements = readInPieces(script);
  }
  const isComment = ({ start }: Place): boolean =>
    comments.some((comment) => comment.start <= start && start < comment.end);
  return [...statements, ...words.filter((word) => !isComment(word))].sort(
    (a, b) => a.start - b.start,
  );
}

function read(script: string, onComment?: Comment[]): ShellStatement[] {
  const program = parseScript(script, {
    ecmaVersion: 'latest',
    allowAwaitOutsideFunction: true,
    ...(onComment === undefined ? {} : { onComment }),
  });
  return program.body.flatMap((node) => statementOf(node as Node));
}

function statementOf(node: Node): ShellStatement[] {
  const { start, end } = node;
  const mistake = (message: string): ShellStatement[] => [
    { kind: 'mistake', message, offset: start, start, end },
  ];
  switch (node.type) {
    case 'EmptyStatement':
      return [];
    case 'ExpressionStatement':
      return [{ kind: 'expression', expression: node.expression, start, end }];
    case 'VariableDeclaration': {
      const [first] = node.declarations;
      if (node.declarations.length !== 1 || first?.id.type !== 'Identifier' || !first.init) {
        return mistake('A variable is written as const name = value, one at a time.');
      }
      return [{ kind: 'variable', name: first.id.name, value: first.init, start, end }];
    }
    default:
      return mistake(
        'Only calls such as db.posts.find({ … }) run here. Loops, conditions and functions do not.',
      );
  }
}

/** Each piece is read where it stands: what is before it is blank. */
function readInPieces(script: string): ShellStatement[] {
  const starts = [...script.matchAll(NEW_START)].map(({ index }) => index);
  if (starts[0] !== 0) starts.unshift(0);
  const result: ShellStatement[] = [];
  for (let i = 0; i < starts.length; i += 1) {
    const from = starts[i]!;
    let last: unknown;
    let taken = false;
    // A piece may have such a line in its middle: then it is whole with those behind it.
    for (let j = i + 1; j <= Math.min(starts.length, i + 20) && !taken; j += 1) {
      try {
        result.push(...read(blank(script, from, starts[j] ?? script.length)));
        i = j - 1;
        taken = true;
      } catch (error) {
        last ??= error;
      }
    }
    if (!taken) result.push(mistakeIn(script, from, starts[i + 1] ?? script.length, last));
  }
  return result;
}

function blank(script: string, from: number, to: number): string {
  return script.slice(0, from).replace(/[^\r\n]/g, ' ') + script.slice(from, to);
}

function mistakeIn(script: string, from: number, to: number, error: unknown): ShellStatement {
  const piece = script.slice(from, to);
  const start = from + Math.max(0, piece.search(/\S/));
  const end = from + piece.trimEnd().length;
  const { pos = start, message = '' } = error as { pos?: number; message?: string };
  // The end of what is there, and not of the lines behind it.
  const offset = Math.max(start, Math.min(pos, end));
  return { kind: 'mistake', message: explain(message, offset >= end), offset, start, end };
}

function explain(message: string, atEnd: boolean): string {
  if (/Unterminated string/.test(message)) return 'This text has no closing quote.';
  if (/Unterminated comment/.test(message)) return 'This comment is never closed: */ is missing.';
  if (/Unterminated regular/.test(message)) return 'This regular expression has no closing /.';
  if (/Unterminated template/.test(message)) return 'This text has no closing `.';
  if (atEnd) return 'The statement is not complete: a ) or } is missing at its end.';
  if (/Unexpected token/.test(message)) {
    return 'This is not expected here. Is there a comma, a quote or a bracket missing before it?';
  }
  return message.replace(/ \(\d+:\d+\)$/, '');
}
