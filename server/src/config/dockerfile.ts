import {
  type Argument,
  DockerfileParser,
  type Instruction,
  type PropertyInstruction,
} from 'dockerfile-ast';
import type { Span } from '../ir/types';
import { type ConfigNode, hashComments } from './file';
import type { Parsed } from './properties';

type Range = ReturnType<Instruction['getRange']>;

/** Instructions that set names: each name becomes a child. */
const settings: ReadonlySet<string> = new Set(['ENV', 'ARG', 'LABEL']);

/**
 * Reads a Dockerfile. Each `FROM` begins a stage; the stages are children `0`, `1`, … of the root, and
 * their children are the instructions in upper case. What stands before the first `FROM` is in a stage
 * called `head`. An instruction has its arguments as a value and as children: flags by name (`--from`),
 * settings by name, everything else by number.
 */
export function parseDockerfile(text: string): Parsed {
  const lines = lineStarts(text);
  const spanOf = ({ start, end }: Range): Span => ({
    start: (lines[start.line] ?? text.length) + start.character,
    end: (lines[end.line] ?? text.length) + end.character,
  });
  const children: { key: string; from: Span; instructions: ConfigNode[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const node = toNode(instruction, text, spanOf);
    if (node.key === 'FROM' || children.length === 0) {
      const stages = children.filter(({ key }) => key !== 'head').length;
      const key = node.key === 'FROM' ? String(stages) : 'head';
      children.push({ key, from: node.keyAt, instructions: [] });
    }
    children.at(-1)?.instructions.push(node);
  }
  return {
    children: children.map(({ key, from, instructions }) => ({
      key,
      keyAt: from,
      start: from.start,
      end: instructions.at(-1)?.end ?? from.end,
      value: undefined,
      isList: false,
      children: instructions,
    })),
    comments: hashComments(text),
    hasSyntaxError: false,
  };
}

function toNode(
  instruction: Instruction,
  text: string,
  spanOf: (range: Range) => Span,
): ConfigNode {
  const key = instruction.getKeyword().toUpperCase();
  const keyAt = spanOf(instruction.getInstructionRange());
  const whole = instruction.getArgumentsRange();
  const span = whole ? spanOf(whole) : { start: keyAt.end, end: keyAt.end };
  const flags =
    /^(?:[ \t]*--[\w-]+(?:=\S*)?[ \t]*)*/.exec(text.slice(keyAt.end, span.end))?.[0] ?? '';
  const children: ConfigNode[] = [];
  for (const flag of flags.matchAll(/(--[\w-]+)(?:=(\S*))?/g)) {
    const [written, name = '', value = ''] = flag;
    const start = keyAt.end + flag.index;
    const end = start + written.length;
    const keyEnd = start + name.length;
    children.push(leaf(name, { start, end: keyEnd }, { start: end - value.length, end }, value));
  }
  if (settings.has(key)) {
    for (const property of (instruction as PropertyInstruction).getProperties()) {
      const name = spanOf(property.getNameRange());
      const range = property.getValueRange();
      const value = property.getValue();
      // A name without a value takes what the build gives; it has no value here.
      const at = range ? spanOf(range) : { start: name.end, end: name.end };
      children.push(leaf(property.getName(), name, at, value ?? ''));
    }
  } else {
    instruction.getArguments().forEach((argument: Argument, i) => {
      const at = spanOf(argument.getRange());
      children.push(leaf(String(i), at, at, argument.getValue()));
    });
  }
  return {
    key,
    keyAt,
    ...span,
    value: text.slice(span.start, span.end),
    isList: false,
    children,
  };
}

function leaf(key: string, keyAt: Span, at: Span, value: string): ConfigNode {
  return { key, keyAt, start: at.start, end: at.end, value, isList: false, children: [] };
}

/** The parser counts a line as VS Code does: `\n`, `\r\n`, or `\r` alone. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
