import type { Catalogue } from '../exercises/catalogue';
import type { Exercise, RequirementResult } from '../exercises/model';
import type { ExerciseRecord } from './courseData';
import { escapeHtml } from './html';

/** A README and a page that show what was really passed: nothing else gets into them. */

export interface PassedProject {
  readonly exercise: Exercise;
  /** The framework or language, as its makers write it. */
  readonly track: string;
  /** ISO date. */
  readonly at: string;
  readonly requirements: readonly Pick<RequirementResult, 'name'>[];
}

export interface Passed {
  readonly projects: readonly PassedProject[];
  /** Steps of the roadmap with the titles of what was passed in each. */
  readonly steps: readonly {
    readonly title: string;
    readonly done: readonly string[];
    readonly of: number;
  }[];
}

const PROJECTS = '5-projects';

/**
 * @param record what was done with an exercise
 * @param requirementsOf what the check of an exercise asks for
 * @param nameOf a track as its makers write it
 */
export function passedIn(
  { steps }: Catalogue,
  record: (id: string) => ExerciseRecord,
  requirementsOf: (id: string) => PassedProject['requirements'],
  nameOf: (track: string) => string,
): Passed {
  const all = steps.map((step) => ({
    step,
    exercises: step.lessons.flatMap((lesson) => lesson.exercises),
  }));
  const projects = all
    .filter(({ step }) => step.id === PROJECTS)
    .flatMap(({ exercises }) => exercises)
    .flatMap((exercise): PassedProject[] => {
      const { passed } = record(exercise.id);
      if (passed === undefined || exercise.check.kind !== 'http') return [];
      const track = nameOf(passed.track);
      return [{ exercise, track, at: passed.at, requirements: requirementsOf(exercise.id) }];
    });
  return {
    projects,
    steps: all.map(({ step, exercises }) => ({
      title: step.title,
      done: exercises.filter(({ id }) => record(id).passed !== undefined).map(({ title }) => title),
      of: exercises.length,
    })),
  };
}

/** The text of a README. */
export function portfolioMarkdown({ projects, steps }: Passed, name: string): string {
  const built = projects.flatMap(({ exercise, track, at, requirements }) => [
    `### ${exercise.title}`,
    '',
    `Built with ${track}, ${at.slice(0, 10)}. Checked from outside over HTTP:`,
    '',
    ...requirements.map((each) => `- ${each.name}`),
    '',
  ]);
  const learned = steps
    .filter(({ done }) => done.length > 0)
    .flatMap(({ title, done, of }) => [
      `- **${title}**: ${done.length} of ${of} exercises: ${done.join(', ')}`,
    ]);
  return [
    `# ${name}`,
    '',
    'Backend developer in the making. TODO: say in two sentences what you like to build.',
    '',
    '## Projects',
    '',
    ...(built.length > 0 ? built : ['No project is passed yet.', '']),
    '## What I practised',
    '',
    ...(learned.length > 0 ? learned : ['No exercise is passed yet.']),
    '',
    '## Contact',
    '',
    'TODO: an address, and where your code is.',
    '',
  ].join('\n');
}

/** A page of its own, without scripts and without anything from elsewhere. */
export function portfolioHtml({ projects, steps }: Passed, name: string): string {
  const built = projects.map(
    ({ exercise, track, at, requirements }) => `    <article>
      <h3>${escapeHtml(exercise.title)}</h3>
      <p>Built with ${escapeHtml(track)}, <time datetime="${escapeHtml(at.slice(0, 10))}">${escapeHtml(at.slice(0, 10))}</time>. Checked from outside over HTTP:</p>
      <ul>
${requirements.map((each) => `        <li>${escapeHtml(each.name)}</li>`).join('\n')}
      </ul>
    </article>`,
  );
  const learned = steps
    .filter(({ done }) => done.length > 0)
    .map(
      ({ title, done, of }) =>
        `      <li><strong>${escapeHtml(title)}</strong>: ${done.length} of ${of} exercises</li>`,
    );
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(name)}</title>
  <style>
    :root { color-scheme: light dark; }
    body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; }
    article { border-left: 4px solid #2f6fab; padding-left: 1rem; margin: 1.5rem 0; }
  </style>
</head>
<body>
  <header>
    <h1>${escapeHtml(name)}</h1>
    <p>Backend developer in the making. TODO: say in two sentences what you like to build.</p>
  </header>
  <main>
    <h2>Projects</h2>
${built.length > 0 ? built.join('\n') : '    <p>No project is passed yet.</p>'}
    <h2>What I practised</h2>
    <ul>
${learned.length > 0 ? learned.join('\n') : '      <li>No exercise is passed yet.</li>'}
    </ul>
  </main>
  <footer>
    <h2>Contact</h2>
    <p>TODO: an address, and where your code is.</p>
  </footer>
</body>
</html>
`;
}
