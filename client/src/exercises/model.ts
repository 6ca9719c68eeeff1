/** Exercises as plain data: what `walkthroughs/` says, and what a check answers. docs/exercises.md explains the format. */

/** Where an exercise's files come from and who runs them, such as `python` or `flask`. */
export type Track =
  | 'javascript'
  | 'python'
  | 'java'
  | 'ruby'
  | 'php'
  | 'express'
  | 'flask'
  | 'django'
  | 'spring-boot'
  | 'rails'
  | 'sinatra'
  | 'laravel'
  | 'php-web'
  | 'sql'
  | 'mongodb'
  | 'cql'
  | 'git'
  | 'text'
  | 'quiz';

export const languages = ['javascript', 'python', 'java', 'ruby', 'php'] as const;
export type Language = (typeof languages)[number];

/** The language that a learner writes in a track; none where it is not one of the five. */
export const languageOfTrack: Readonly<Record<Track, Language | undefined>> = {
  javascript: 'javascript',
  python: 'python',
  java: 'java',
  ruby: 'ruby',
  php: 'php',
  express: 'javascript',
  flask: 'python',
  django: 'python',
  'spring-boot': 'java',
  rails: 'ruby',
  sinatra: 'ruby',
  laravel: 'php',
  'php-web': 'php',
  sql: undefined,
  mongodb: undefined,
  cql: undefined,
  git: undefined,
  text: undefined,
  quiz: undefined,
};

export const tracks = Object.keys(languageOfTrack) as Track[];

/** One run of a program for the check `output`. */
export interface OutputRun {
  readonly name: string;
  readonly args?: readonly string[];
  readonly stdin?: string;
  /** What it must print. Absent: what the JavaScript solution prints. */
  readonly stdout?: string;
  readonly exit?: number;
  /** Files put beside the program for this run: name → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that the program must write: their text, or their value as JSON. */
  readonly creates?: Readonly<Record<string, string | { readonly json: unknown }>>;
  readonly maxMs?: number;
  /** A name in the learner's code where the message belongs. */
  readonly at?: string;
  readonly try: string;
}

export interface OutputCheck {
  readonly kind: 'output';
  readonly runs: readonly OutputRun[];
}

/** One statement of the learner's script that gives rows or documents. */
export interface QueryDefinition {
  readonly name: string;
  readonly ordered?: boolean;
  readonly try: string;
}

/** A pattern that the learner's text must have, or must not have. */
export interface PatternDefinition {
  readonly name: string;
  readonly pattern: string;
  readonly try: string;
}

export interface SqlProbe {
  readonly name: string;
  readonly sql: string;
  /** SQLSTATE or its class: the probe must fail with it. */
  readonly error?: string;
  /** Part of a plan node's name. */
  readonly plan?: string;
  readonly ordered?: boolean;
  readonly try: string;
}

export interface SqlCheck {
  readonly kind: 'sql';
  readonly setup?: string;
  readonly more?: readonly string[];
  readonly queries?: readonly QueryDefinition[];
  readonly probes?: readonly SqlProbe[];
  readonly uses?: readonly PatternDefinition[];
  readonly avoids?: readonly PatternDefinition[];
}

export interface DocumentsCheck {
  readonly kind: 'documents';
  readonly data: string;
  readonly more?: readonly string[];
  readonly queries?: readonly QueryDefinition[];
  readonly probes?: readonly {
    readonly name: string;
    readonly query: string;
    readonly try: string;
  }[];
  readonly uses?: readonly PatternDefinition[];
  readonly avoids?: readonly PatternDefinition[];
}

export interface CqlQuery {
  readonly name: string;
  /** What the query must read. */
  readonly columns: readonly string[];
  /** What it knows: `room` for an equal value, `time range` or `time >=` for others. */
  readonly where: readonly string[];
  /** The order of the rows: `time desc`. */
  readonly order?: readonly string[];
  /** How many of `rows` one partition may hold. */
  readonly largestPartition?: number;
  readonly try: string;
}

export interface CqlCheck {
  readonly kind: 'cql';
  /** A file with tables that are given. */
  readonly setup?: string;
  readonly queries: readonly CqlQuery[];
  /** The table of each query needs an INSERT as an example. */
  readonly inserts?: boolean;
  /** Rows that the table of each query must be able to hold side by side. */
  readonly rows?: readonly Readonly<Record<string, string | number>>[];
}

export type TextFormat =
  | 'dockerfile'
  | 'yaml'
  | 'json'
  | 'mysql'
  | 'transactsql'
  | 'postgresql'
  | 'text';

export interface TextRequirement {
  readonly name: string;
  readonly pattern?: string;
  /** For YAML and JSON: `spec.containers[*].image`. */
  readonly path?: string;
  readonly matches?: string;
  readonly try: string;
}

export interface TextCheck {
  readonly kind: 'text';
  readonly files: readonly {
    readonly file: string;
    readonly format: TextFormat;
    readonly require?: readonly TextRequirement[];
    readonly avoid?: readonly PatternDefinition[];
  }[];
}

export interface QuizQuestion {
  readonly ask: string;
  readonly code?: string;
  readonly language?: string;
  readonly answers: readonly {
    readonly text: string;
    readonly right?: boolean;
    readonly why: string;
  }[];
}

export interface QuizCheck {
  readonly kind: 'quiz';
  readonly questions: readonly QuizQuestion[];
}

/** Checked by the program `check.ts` beside exercise.json. */
export interface ProgramCheck {
  readonly kind: 'http' | 'git';
}

export type CheckDefinition =
  | OutputCheck
  | SqlCheck
  | DocumentsCheck
  | CqlCheck
  | TextCheck
  | QuizCheck
  | ProgramCheck;

/** `exercise.json`, with what its place in the folders says. */
export interface Exercise {
  readonly id: string;
  /** Folder of the roadmap's step, such as `1-fundamentals`. */
  readonly step: string;
  /** Its folder, absolute. */
  readonly folder: string;
  readonly title: string;
  readonly lesson: string;
  readonly tracks: readonly Track[];
  readonly edit: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly string[];
  readonly hints: readonly string[];
  readonly hintsFor: Readonly<Record<string, readonly string[]>>;
  /** `wrong-<why>` → a part of what the learner must be told. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly check: CheckDefinition;
}

/** A place in a file of the learner's: path relative to the exercise's folder, line from 0. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One thing that is not as the exercise asks. */
export interface Problem {
  /** The run, query or requirement. */
  readonly name: string;
  readonly expected: string;
  readonly seen: string;
  /** One thing to try next. */
  readonly tryNext: string;
  readonly place?: Place | undefined;
}

/** How one requirement of a check ended. */
export interface RequirementResult {
  readonly name: string;
  readonly passed: boolean;
}

/** What a check found out. `notRun`: it could not be asked, which is not the learner's fault. */
export type Outcome =
  | { readonly state: 'passed'; readonly requirements: readonly RequirementResult[] }
  | {
      readonly state: 'failed';
      readonly requirements: readonly RequirementResult[];
      readonly problems: readonly Problem[];
    }
  | {
      readonly state: 'notRun';
      readonly why: string;
      /** What is known from looking at the code alone; absent when nobody looked. */
      readonly withoutRunning?: readonly Problem[];
    };

/** A finding of the scanner in a learner's folder. */
export interface ScanFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  readonly file: string;
  /** From 0. */
  readonly line: number;
}

/** A problem as text: what was expected, what was seen, what to try. */
export function problemText({ name, expected, seen, tryNext }: Problem): string {
  return `${name}\nExpected: ${expected}\nSeen: ${seen}\nTry: ${tryNext}`;
}
