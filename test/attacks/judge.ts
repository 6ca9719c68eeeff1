import { Mismatch, type Target, type Trial } from './specification';

/** What an application did in one trial. */
export interface Observation {
  /** What was wrong in normal use. */
  readonly broken: string | undefined;
  /** What shows that an attack worked. */
  readonly attacked: string | undefined;
}

/** The result of a trial: before and after the fixes. */
export interface Verdict {
  /** Whether the attack worked before the fixes. */
  readonly before: boolean;
  /** Whether it worked after them. */
  readonly after: boolean;
  /** Whether normal use worked before and after. */
  readonly normal: boolean;
}

/**
 * Tries normal use, every way of attack, and normal use again: an application that an attack brings
 * down, or that does not answer one, is broken and not safe.
 */
export async function observe(trial: Trial, target: Target): Promise<Observation> {
  const broken: string[] = [];
  const attacked: string[] = [];
  const attempt = async (what: string, action: () => Promise<string | undefined>) => {
    try {
      const evidence = await action();
      if (evidence !== undefined) attacked.push(evidence);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      broken.push(`${what}: ${error.message}`);
    }
  };
  const normal = async () => {
    await trial.normal(target);
    return undefined;
  };
  await attempt('normal use', normal);
  for (const each of trial.attempts) await attempt('under attack', () => each(target));
  if (broken.length === 0) await attempt('normal use after the attacks', normal);
  return { broken: broken[0], attacked: attacked[0] };
}

/** What holds of an application that could not even be started. */
export function unobserved(why: string): Observation {
  return { broken: why, attacked: undefined };
}

export function judge(before: Observation, after: Observation): Verdict {
  return {
    before: before.attacked !== undefined,
    after: after.attacked !== undefined,
    normal: before.broken === undefined && after.broken === undefined,
  };
}

/** Only then is it shown that the fixes took the weakness away and nothing else. */
export function isProved({ before, after, normal }: Verdict): boolean {
  return before && !after && normal;
}

/** What was expected and what was seen, a line for each thing that was otherwise. */
export function explain(before: Observation, after: Observation): string[] {
  const lines: string[] = [];
  if (before.broken !== undefined)
    lines.push(`before the fixes, normal use broke: ${before.broken}`);
  if (before.attacked === undefined) lines.push('before the fixes, no attack worked');
  if (after.broken !== undefined) lines.push(`after the fixes, normal use broke: ${after.broken}`);
  if (after.attacked !== undefined)
    lines.push(`after the fixes, an attack worked: ${after.attacked}`);
  return lines;
}
