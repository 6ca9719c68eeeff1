import type { Tool } from '../tools';

/** How the programs of a track are run. */

/** A program with its arguments; `program` is a path, or a name on the PATH. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The tools as found on this machine: asked for by name, absent when not installed. */
export interface Tools {
  /** The program's path, or undefined. */
  find(tool: Tool): Promise<string | undefined>;
}

/** What a track needs beside its tools, and how it is brought. */
export interface Missing {
  /** As part of a sentence: "Express is not installed". */
  readonly why: string;
  /** Commands that bring it, run in the practice folder after the learner agreed. */
  readonly install?: readonly Command[];
}

export interface Runtime {
  /** Tools without which nothing of the track can run. */
  readonly tools: readonly Tool[];
  /**
   * What else is missing.
   * @param practice the practice folder: installed packages live there, above the exercises
   */
  missing?(practice: string, tools: Tools): Promise<Missing | undefined>;
  /**
   * Compiles, where the language does.
   * @param folder the exercise's folder; results go to `output`
   */
  prepare?(
    folder: string,
    output: string,
    tools: Tools,
    practice: string,
  ): Promise<readonly Command[]>;
  /** Runs the program of an exercise of kind `output`: its main file. */
  program?(folder: string, output: string, tools: Tools): Promise<Command>;
  /** Starts the server of an exercise of kind `http`. PORT is in its environment. */
  server?(folder: string, output: string, tools: Tools, practice: string): Promise<Command>;
  /** How long a server may take until it answers, 20 s when not given. */
  readonly startSeconds?: number;
}
