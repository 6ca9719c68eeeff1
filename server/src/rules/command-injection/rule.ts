import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Expr } from '../../ir/types';
import { detection, fieldOf, isTestFile } from '../report';
import { type Detection, type Rule, type RuleContext, stringOf } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { isBuilt, leadingText } from '../textParts';
import { fixes } from './fix';

const advice = 'Start the program without a shell, and pass the data as an argument of its own.';

const shellLevels = {
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
  unknown: {
    severity: 'hint',
    message: `A shell reads this text and runs what stands in it. Make sure that no user decides what that is. ${advice}`,
  },
} as const satisfies Levels;

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
  local: {
    severity: 'hint',
    message: `Input from outside decides which program is started. ${programAdvice}`,
  },
  param: {
    severity: 'hint',
    message: `A parameter of this function decides which program is started. Make sure that no caller passes on what a user sent. ${programAdvice}`,
  },
  unknown: {
    severity: 'hint',
    message: `It is not fixed here which program is started. Make sure that no user decides it. ${programAdvice}`,
  },
};

const libraryAdvice = 'Choose the library from a fixed list in your code.';

const libraryLevels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides which native library this program loads, and the code in it runs at once. ${libraryAdvice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides which native library this program loads, and the code in it runs at once. ${libraryAdvice}`,
  },
  local: {
    severity: 'hint',
    message: `Input from outside decides which native library is loaded. ${libraryAdvice}`,
  },
  param: {
    severity: 'hint',
    message: `A parameter of this function decides which native library is loaded. Make sure that no caller passes on what a user sent. ${libraryAdvice}`,
  },
};

/** CWE-78: data that a shell reads as a command, or that names the program. */
export const rule: Rule = {
  id: 'command-injection',
  title: 'Command built from untrusted data',
  cwe: [78],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['command'],
  fixes,
  check(site, context) {
    const given = role(site, 'command');
    // Options with the command among them.
    const command = fieldOf(given, ['cmd']) ?? given;
    if (!command) return undefined;
    if (site.spec?.data?.part === 'library') return taintAt(site, command, libraryLevels, context);
    switch (site.spec?.data?.shell) {
      case 'no':
        return checkProgram(site, command, role(site, 'args'), context);
      case 'option':
        return usesShell(role(site, 'shell')?.value)
          ? (checkShell(site, command, context) ?? checkJoined(site, context))
          : checkProgram(site, command, role(site, 'args'), context);
      case 'list':
        return checkList(site, command, context);
      case 'bar':
        return leadingText(command.value).trimStart().startsWith('|')
          ? (checkShell(site, command, context) ?? checkHoles(site, command, () => true))
          : undefined;
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
  const found =
    taintAt(site, command, shellLevels, context) ??
    (context.module.language === 'ruby' ? checkHoles(site, command, isNamed) : undefined);
  // A function that is given a whole command and runs it builds nothing.
  if (!found || found.severity === 'error' || isBuilt(command.value)) return found;
  return found.severity === 'warning' && found.taint?.uncertain
    ? found
    : { ...found, severity: 'hint' };
}

/** Nobody opens a file whose name begins with a bar: the text is a command, whatever it holds. */
function checkHoles(
  site: Site,
  command: SiteArg,
  counts: (node: Expr) => boolean,
): Detection | undefined {
  const hasUnknown = command.value.text?.pieces.some(
    (piece) =>
      piece.text === undefined &&
      !piece.value.constant &&
      !piece.value.shape &&
      piece.value.symbol === undefined &&
      piece.value.taints.every(({ cleaned }) => !cleaned.includes('command')) &&
      counts(piece.node),
  );
  if (!hasUnknown || isTestFile(site.file)) return undefined;
  const { severity, message } = shellLevels.unknown;
  return detection(site, severity, message, { at: command.node });
}

/** A variable or a method without arguments: in Ruby they look the same. */
function isNamed(node: Expr): boolean {
  if (node.kind === 'name') return /^[a-z_@$]/.test(node.name);
  if (node.kind === 'index') return isNamed(node.object);
  if (node.kind !== 'member' || harmlessMethod.test(node.property)) return false;
  return node.property.startsWith('@') || isNamed(node.object);
}

/** Methods that give numbers, or text for a shell. */
const harmlessMethod =
  /^(?:to_[ifr]|size|length|count|pid|port|(?:\w+_)?id|\w*(?:escape|quote)\w*)$/;

/** With a shell, the arguments are joined to the command. */
function checkJoined(site: Site, context: RuleContext): Detection | undefined {
  const args = role(site, 'args');
  return args && taintAt(site, args, shellLevels, context);
}

/** A list names the program first; a text is for a shell. */
function checkList(site: Site, command: SiteArg, context: RuleContext): Detection | undefined {
  const { shape } = command.value;
  if (shape?.kind !== 'list') return checkShell(site, command, context);
  // `exec('bash', ['bash', '-c', script])` is one list after the other.
  const [program, ...args] = partsOf(site, command).flatMap((part) =>
    part.value.shape?.kind === 'list' ? partsOf(site, part) : [part],
  );
  if (!program) return undefined;
  const inProgram = taintAt(site, program, programLevels, context);
  return inProgram ?? checkScript(site, program, args, true, context);
}

function checkProgram(
  site: Site,
  program: SiteArg,
  args: SiteArg | undefined,
  context: RuleContext,
): Detection | undefined {
  if (program.value.shape?.kind === 'list') return checkList(site, program, context);
  const inProgram = taintAt(site, program, programLevels, context);
  if (inProgram) return inProgram;
  const isList = args?.value.shape?.kind === 'list';
  const rest =
    isList && args
      ? partsOf(site, args)
      : site.args.slice(site.args.indexOf(program) + 1).filter(({ name }) => name === undefined);
  return checkScript(site, program, rest, isList, context);
}

/** The elements of a list, each where it is written if that is in the call. */
function partsOf(site: Site, list: SiteArg): readonly SiteArg[] {
  const elements = list.value.shape?.kind === 'list' ? list.value.shape.elements : [];
  return elements.map((value, i) => {
    const written = list.node.kind === 'list' ? list.node.elements[i]?.value : undefined;
    const given = site.args.find((arg) => arg.value === value);
    return { node: written ?? given?.node ?? list.node, value, name: undefined, spread: false };
  });
}

/** Programs that run what stands behind such a flag, or in the file that is named first. */
const interpreters =
  /(?:^|[\\/])(?:python|perl|ruby|node|nodejs|php|lua|Rscript)[\d.]*(?:\.exe)?$/i;
const codeFlag = /^-(?:c|e|r|-eval|p|-print)$/;

const scriptLevels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides what this program runs, so whoever sends it can run any code on this server. Keep the script fixed, and pass the data as an argument behind it.`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides what this program runs. Keep the script fixed, and pass the data as an argument behind it.`,
  },
};

/** With a flag, what stands behind it is code, and not the name of a file. */
const inlineLevels: Levels = {
  ...scriptLevels,
  local: {
    severity: 'hint',
    message: `Input from outside is what this program runs as code. Keep the script fixed, and pass the data as an argument behind it.`,
  },
  param: {
    severity: 'hint',
    message: `A parameter of this function is what this program runs as code. If a caller passes on what a user sent, that user runs any code on this server. Keep the script fixed, and pass the data as an argument behind it.`,
  },
};

const shells = /(?:^|[\\/])(?:su|(?:ba|da|z|k|c|tc)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)$/i;
/** `su` and others hand further arguments on. */
const posixShells = /(?:^|[\\/])(?:ba|da|z|k)?sh$/i;
const scriptFlag = /^(?:-l?c|\/[ck]|-command)$/i;

/** `sh -c …`: what follows the flag is a command of its own. */
function checkScript(
  site: Site,
  program: SiteArg,
  args: readonly SiteArg[],
  isList: boolean,
  context: RuleContext,
): Detection | undefined {
  const name = stringOf(program);
  if (name !== undefined && interpreters.test(name)) {
    const at = args.findIndex((arg) => !codeFlag.test(stringOf(arg) ?? ''));
    const script = args[at];
    return script && taintAt(site, script, at > 0 ? inlineLevels : scriptLevels, context);
  }
  if (name !== undefined && !shells.test(name)) return undefined;
  const flag = args.findIndex((arg) => scriptFlag.test(stringOf(arg) ?? ''));
  // `[shell, flag, script]` where shell and flag depend on the operating system.
  const isUnknown =
    isList &&
    name === undefined &&
    args.length === 2 &&
    args.every((arg) => stringOf(arg) === undefined);
  if (flag < 0 && !isUnknown) return undefined;
  // A POSIX shell takes what stands behind the script as its positional parameters.
  const isPosix = name !== undefined && posixShells.test(name);
  for (const arg of isPosix ? args.slice(flag + 1, flag + 2) : args.slice(flag + 1)) {
    const found = taintAt(site, arg, shellLevels, context);
    if (found) return found;
  }
  return undefined;
}
