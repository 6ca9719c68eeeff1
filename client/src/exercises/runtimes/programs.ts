import path from 'node:path';
import { filesIn } from '../layers';
import { installAdvice, type Tool, toolFacts } from '../tools';
import type { Command, Runtime, Tools } from './runtime';

/** Programs of one language without packages: the tracks named like their language. */

/** @throws {Error} when the tool is not installed: `tools` of the runtime are looked at before */
export async function need(tools: Tools, tool: Tool): Promise<string> {
  const program = await tools.find(tool);
  if (program === undefined) {
    throw new Error(`${toolFacts[tool].title} is not installed. Install: ${installAdvice(tool)}`);
  }
  return program;
}

function interpreted(tool: Tool, main: string, args: readonly string[] = [], env = {}): Runtime {
  return {
    tools: [tool],
    async program(folder, _output, tools): Promise<Command> {
      return { program: await need(tools, tool), args: [...args, path.join(folder, main)], env };
    },
  };
}

export const javascript = interpreted('node', 'main.js', [], { NO_COLOR: '1' });

export const python = interpreted('python', 'main.py', [], {
  PYTHONUTF8: '1',
  PYTHONDONTWRITEBYTECODE: '1',
});

export const ruby = interpreted('ruby', 'main.rb', ['-Eutf-8:utf-8']);

export const php = interpreted('php', 'main.php', [
  '-d',
  'display_errors=stderr',
  '-d',
  'log_errors=0',
]);

/** Options that shorten the start of a small Java program. */
export const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

export const java: Runtime = {
  tools: ['java', 'javac'],
  async prepare(folder, output, tools) {
    const sources = (await filesIn(folder)).filter((file) => file.endsWith('.java'));
    const args = [
      '-encoding',
      'UTF-8',
      '-Xlint:none',
      '-d',
      output,
      ...QUICK.map((each) => `-J${each}`),
    ];
    return [
      {
        program: await need(tools, 'javac'),
        args: [...args, ...sources.map((file) => path.join(folder, file))],
      },
    ];
  },
  async program(_folder, output, tools) {
    const args = [
      ...QUICK,
      '-Dfile.encoding=UTF-8',
      '-Dstdout.encoding=UTF-8',
      '-cp',
      output,
      'Main',
    ];
    return { program: await need(tools, 'java'), args };
  },
};
