import type { ExtensionContext } from 'vscode';

/** A step of a walkthrough as package.json lists it. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** The key that ticks it, such as `did.clean.6-security/cors.js`. */
  readonly key: string | undefined;
}

export interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly steps: readonly Step[];
}

interface RawWalkthrough {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly completionEvents?: readonly string[];
  }[];
}

const contextEvent = 'onContext:backendTutor.';

/** The walkthroughs that package.json contributes: the one list of steps and of what ticks them. */
export function walkthroughsOf(manifest: unknown): readonly Walkthrough[] {
  const contributed = (manifest as { contributes?: { walkthroughs?: readonly RawWalkthrough[] } })
    .contributes?.walkthroughs;
  return (contributed ?? []).map(({ id, title, description, steps }) => ({
    id,
    title,
    description,
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title,
      key: step.completionEvents
        ?.find((event) => event.startsWith(contextEvent))
        ?.slice(contextEvent.length),
    })),
  }));
}

export function walkthroughs(context: ExtensionContext): readonly Walkthrough[] {
  return walkthroughsOf(context.extension.packageJSON);
}
