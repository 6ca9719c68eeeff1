/** The course as package.json lists it: the only list of walkthroughs, steps and what ticks them. */

const CONTEXT_PREFIX = 'backendTutor.';
const EVENT = `onContext:${CONTEXT_PREFIX}`;

interface Step {
  readonly id: string;
  readonly title: string;
  /** What ticks the step, such as `did.fix.sql-injection`. */
  readonly key: string;
}

export interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/**
 * Reads `contributes.walkthroughs`. Steps that nothing of ours ticks are left out.
 * @param manifest the extension's package.json
 */
export function readCourse(manifest: unknown): Walkthrough[] {
  const { contributes } = manifest as {
    contributes?: {
      walkthroughs?: {
        id: string;
        title: string;
        steps: { id: string; title: string; completionEvents?: string[] }[];
      }[];
    };
  };
  return (contributes?.walkthroughs ?? []).map(({ id, title, steps }) => ({
    id,
    title,
    steps: steps.flatMap((step) => {
      const event = step.completionEvents?.find((each) => each.startsWith(EVENT));
      if (event === undefined) return [];
      return [{ id: step.id, title: step.title, key: event.slice(EVENT.length) }];
    }),
  }));
}

/** The context key that the editor watches for a completion key. */
export function contextKey(key: string): string {
  return `${CONTEXT_PREFIX}${key}`;
}

/** How many steps there are, and how many of them are done. */
export function countSteps(
  walkthroughs: readonly Walkthrough[],
  isDone: (key: string) => boolean,
): { done: number; total: number } {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  return { done: steps.filter(({ key }) => isDone(key)).length, total: steps.length };
}
