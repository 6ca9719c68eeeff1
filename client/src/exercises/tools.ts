import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { run } from './process';
import type { Tools } from './runtimes/runtime';

/** The programs that exercises need, found on the learner's machine. */

export type Tool =
  | 'node'
  | 'npm'
  | 'python'
  | 'java'
  | 'javac'
  | 'maven'
  | 'ruby'
  | 'bundler'
  | 'php'
  | 'composer'
  | 'git';

interface ToolFacts {
  readonly title: string;
  /** Names on the PATH, the preferred one first. */
  readonly names: readonly string[];
  readonly versionArgs: readonly string[];
  /** Older ones lack something that exercises need. */
  readonly minimum: string;
  /** One command or address for each system. */
  readonly install: { readonly darwin: string; readonly win32: string; readonly linux: string };
}

export const toolFacts: Readonly<Record<Tool, ToolFacts>> = {
  node: {
    title: 'Node.js',
    names: ['node'],
    versionArgs: ['--version'],
    // The first with `node:sqlite` that needs no flag.
    minimum: '22.13.0',
    install: {
      darwin: 'brew install node',
      win32: 'winget install OpenJS.NodeJS.LTS',
      linux: 'the package nodejs, or https://nodejs.org',
    },
  },
  npm: {
    title: 'npm',
    names: ['npm'],
    versionArgs: ['--version'],
    minimum: '8.0.0',
    install: {
      darwin: 'comes with Node.js',
      win32: 'comes with Node.js',
      linux: 'the package npm; comes with Node.js elsewhere',
    },
  },
  python: {
    title: 'Python',
    names: ['python3', 'python', 'py'],
    versionArgs: ['--version'],
    minimum: '3.9.0',
    install: {
      darwin: 'brew install python',
      win32: 'winget install Python.Python.3.13',
      linux: 'the packages python3 and python3-venv',
    },
  },
  java: {
    title: 'Java',
    names: ['java'],
    versionArgs: ['-version'],
    minimum: '17.0.0',
    install: {
      darwin: 'brew install openjdk@21',
      win32: 'winget install EclipseAdoptium.Temurin.21.JDK',
      linux: 'the package default-jdk, or https://adoptium.net',
    },
  },
  javac: {
    title: 'Java compiler (JDK)',
    names: ['javac'],
    versionArgs: ['-version'],
    minimum: '17.0.0',
    install: {
      darwin: 'brew install openjdk@21',
      win32: 'winget install EclipseAdoptium.Temurin.21.JDK',
      linux: 'the package default-jdk, or https://adoptium.net',
    },
  },
  maven: {
    title: 'Maven',
    names: ['mvn'],
    versionArgs: ['--version'],
    minimum: '3.6.0',
    install: {
      darwin: 'brew install maven',
      win32: 'https://maven.apache.org/install.html',
      linux: 'the package maven',
    },
  },
  ruby: {
    title: 'Ruby',
    names: ['ruby'],
    versionArgs: ['--version'],
    minimum: '3.0.0',
    install: {
      darwin: 'brew install ruby',
      win32: 'winget install RubyInstallerTeam.RubyWithDevKit.3.3',
      linux: 'the package ruby-full',
    },
  },
  bundler: {
    title: 'Bundler',
    names: ['bundle'],
    versionArgs: ['--version'],
    minimum: '2.1.0',
    install: {
      darwin: 'gem install bundler',
      win32: 'gem install bundler',
      linux: 'the package ruby-bundler',
    },
  },
  php: {
    title: 'PHP',
    names: ['php'],
    versionArgs: ['--version'],
    minimum: '8.1.0',
    install: {
      darwin: 'brew install php',
      win32: 'winget install PHP.PHP.8.4',
      linux: 'the packages php-cli, php-sqlite3, php-mbstring and php-curl',
    },
  },
  composer: {
    title: 'Composer',
    names: ['composer'],
    versionArgs: ['--version'],
    minimum: '2.2.0',
    install: {
      darwin: 'brew install composer',
      win32: 'https://getcomposer.org/download/',
      linux: 'the package composer, or https://getcomposer.org/download/',
    },
  },
  git: {
    title: 'Git',
    names: ['git'],
    versionArgs: ['--version'],
    minimum: '2.28.0',
    install: {
      darwin: 'brew install git',
      win32: 'winget install Git.Git',
      linux: 'the package git',
    },
  },
};

/** What was found of a tool. */
export interface FoundTool {
  readonly tool: Tool;
  /** Absent when it is not installed. */
  readonly program?: string;
  readonly version?: string;
  /** The version is below the minimum. */
  readonly isOld?: boolean;
  /** The learner has none; the editor's own Node.js stands in. */
  readonly isEditors?: boolean;
}

/** How to install a tool on this system: a command, a package's name or an address. */
export function installAdvice(tool: Tool): string {
  const { install } = toolFacts[tool];
  return process.platform === 'darwin' || process.platform === 'win32'
    ? install[process.platform]
    : install.linux;
}

/** Finds tools, and remembers what it found until `forget`. */
export class ToolFinder implements Tools {
  private readonly found = new Map<Tool, Promise<FoundTool>>();

  /** @param chosen paths that the learner set; they come before the PATH */
  constructor(private readonly chosen: () => Readonly<Partial<Record<Tool, string>>>) {}

  async find(tool: Tool): Promise<string | undefined> {
    return (await this.look(tool)).program;
  }

  look(tool: Tool): Promise<FoundTool> {
    let found = this.found.get(tool);
    if (found === undefined) {
      found = this.search(tool);
      this.found.set(tool, found);
    }
    return found;
  }

  forget(): void {
    this.found.clear();
  }

  private async search(tool: Tool): Promise<FoundTool> {
    const chosen = this.chosen()[tool];
    const candidates = chosen ? [chosen] : toolFacts[tool].names.flatMap(onPath);
    let old: FoundTool | undefined;
    for (const program of candidates) {
      const version = await versionOf(program, tool);
      if (version === undefined) continue;
      const isOld = compareVersions(version, toolFacts[tool].minimum) < 0;
      if (!isOld) return { tool, program, version };
      old ??= { tool, program, version, isOld };
    }
    if (tool === 'node' && !chosen) {
      const version = process.versions.node;
      const isOlder = old?.version !== undefined && compareVersions(version, old.version) <= 0;
      if (!isOlder) {
        const isOld = compareVersions(version, toolFacts.node.minimum) < 0;
        return { tool, program: process.execPath, version, isOld, isEditors: true };
      }
    }
    return old ?? { tool };
  }
}

async function versionOf(program: string, tool: Tool): Promise<string | undefined> {
  const args = [...toolFacts[tool].versionArgs];
  const { code, stdout, stderr } = await run(
    { program, args },
    { cwd: path.dirname(program) },
    { timeoutMs: 15_000 },
  );
  // Windows answers for a Python that is not installed with an advertisement and an error.
  if (code !== 0) return undefined;
  return /\d+(?:\.\d+)+|\b\d+\b/.exec(`${stdout}\n${stderr}`)?.[0];
}

/** Negative when `a` is older than `b`. */
function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function onPath(name: string): string[] {
  const endings =
    process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';') : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .filter(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
