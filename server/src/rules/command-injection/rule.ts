import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Detection, Rule, RuleContext } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { isBuilt } from '../textParts';

const advice = 'Start the program without a shell, and pass the data as an argument of its own.';

const shellLevels: Levels = {
  remote: {
    severity: 'error',
    message: `Data from the request becomes part of a shell command, so whoever sends it can run any program on this server. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request becomes part of a shell command, so it could run any program on this server. ${advice}`,
  },
  local: {
    severity: 'warning',
    message: `Input from outside becomes part of a shell command, so it can run other programs. ${advice}`,
  },
  param: {
    severity: 'warning',
    message: `A parameter of this function becomes part of a shell command. If a caller passes on what a user sent, that user can run any program on this server. ${advice}`,
  },
};

const programAdvice = 'Choose the program from a fixed list in your code.';

const programLevels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides which program this server starts, so whoever sends it can run any of them. ${programAdvice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides which program this server starts. ${programAdvice}`,
  },
};

/** CWE-78: data that a shell reads as a command, or that names the program. */
export const rule: Rule = {
  id: 'command-injection',
  title: 'Command built from untrusted data',
  cwe: [78],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python'],
  siteKinds: ['command'],
  check(site, context) {
    const command = role(site, 'command');
    if (!command) return undefined;
    switch (site.spec?.data?.shell) {
      case 'no':
        return checkProgram(site, command, role(site, 'args'), context);
      case 'option':
        return usesShell(role(site, 'shell')?.value)
          ? checkShell(site, command, context)
          : checkProgram(site, command, role(site, 'args'), context);
      case 'list':
        return checkList(site, command, context);
      default:
        return checkShell(site, command, context);
    }
  },
};

/** `shell: true`, or the name of a shell. */
function usesShell(option: Value | undefined): boolean {
  const set = option?.shape?.kind === 'map' ? option.shape.fields.get('shell') : option;
  const known = set?.constant?.value;
  return known === true || (typeof known === 'string' && known !== '');
}

function checkShell(site: Site, command: SiteArg, context: RuleContext): Detection | undefined {
  if (command.value.shape?.kind === 'list') return checkList(site, command, context);
  const found = taintAt(site, command, shellLevels, context);
  // A function that is given a whole command and runs it builds nothing.
  return found?.severity === 'error' || isBuilt(command.value) ? found : undefined;
}

/** A list names the program first; a text is for a shell. */
function checkList(site: Site, command: SiteArg, context: RuleContext): Detection | undefined {
  const { shape } = command.value;
  if (shape?.kind !== 'list') {
    const whole = command.value.taints.length > 0;
    return whole ? checkShell(site, command, context) : undefined;
  }
  const [program, ...args] = shape.elements;
  if (!program) return undefined;
  const at = nodeOf(command, 0);
  const inProgram = taintAt(site, { ...at, value: program }, programLevels, context);
  if (inProgram || !startsShell([program, ...args])) return inProgram;
  return checkArguments(site, command, args, 1, context);
}

function checkProgram(
  site: Site,
  program: SiteArg,
  args: SiteArg | undefined,
  context: RuleContext,
): Detection | undefined {
  if (program.value.shape?.kind === 'list') return checkList(site, program, context);
  const found = taintAt(site, program, programLevels, context);
  if (found || args?.value.shape?.kind !== 'list') return found;
  const elements = args.value.shape.elements;
  return startsShell([program.value, ...elements])
    ? checkArguments(site, args, elements, 0, context)
    : undefined;
}

function checkArguments(
  site: Site,
  list: SiteArg,
  args: readonly Value[],
  from: number,
  context: RuleContext,
): Detection | undefined {
  for (const [i, value] of args.entries()) {
    const found = taintAt(site, { ...nodeOf(list, i + from), value }, shellLevels, context);
    if (found) return found;
  }
  return undefined;
}

/** The element of a list that is written in the call, else the whole. */
function nodeOf(list: SiteArg, i: number): SiteArg {
  const written = list.node.kind === 'list' ? list.node.elements[i]?.value : undefined;
  return written ? { ...list, node: written } : list;
}

const shells = /(?:^|[\\/])(?:(?:ba|da|z|k|c|tc)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)$/i;
const scriptFlags = /^(?:-l?c|\/[ck]|-command)$/i;

/** `sh -c …`; a program that is not known, given such a flag, is a shell too. */
function startsShell([program, ...args]: readonly Value[]): boolean {
  const name = program?.constant?.value;
  if (typeof name === 'string' && !shells.test(name)) return false;
  const flag = args[0]?.constant?.value;
  return typeof flag === 'string' ? scriptFlags.test(flag) : args[0] !== undefined && !flag;
}
