/** One program to run to its end, or an application to start. */
export interface Command {
  /** A program on the PATH, or the path of one. */
  readonly program: string;
  readonly args: readonly string[];
  /** Variables beside those of the driver's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Where an application is. Both folders exist, and paths are absolute. */
export interface Place {
  /** The scratch copy of `app/`: the working folder of every command. Gone after the run. */
  readonly app: string;
  /** A folder of this framework that stays for the next run, for all that was downloaded. */
  readonly cache: string;
}

/** How an application is installed and started. A folder's `recipe.ts` exports it as `recipe`. */
export interface Recipe {
  /** The framework as its makers write it, for instance "Spring Boot". */
  readonly name: string;
  /** Programs that must be on the PATH. Without one of them the framework is "not run". */
  readonly needs: readonly string[];
  /**
   * What else may be missing, such as a library that only the system's packages have: looked at
   * once all of `needs` are there.
   * @returns why the application cannot run here, as part of a sentence ("Rails is not installed"),
   *   or undefined when it can
   */
  missing?(place: Place): Promise<string | undefined>;
  /**
   * Brings what the application's manifest lists, and compiles it where that is due. Run before the
   * first start and again after the fixes, which may have changed code and manifest: nothing may be
   * left from before, and nothing already downloaded may be downloaded again.
   */
  install(place: Place): readonly Command[];
  /**
   * The application itself, in the foreground. It finds in its environment:
   * HOST and PORT, where it listens;
   * DATABASE, the path of a SQLite file that does not exist yet, or DATABASE_URL, an empty
   * PostgreSQL database (postgres://user:password@127.0.0.1:port/name) used instead when it is set;
   * JWT_SECRET, at least 32 characters; ADMIN_PASSWORD, of the user that it makes;
   * FILES, the folder that is served; it holds `welcome.txt`.
   * It makes and fills its tables when it starts (see `seed` in specification.ts).
   */
  start(place: Place): Command;
  /** How long the application may take until it answers, in seconds. 30 when not given. */
  readonly startSeconds?: number;
}
