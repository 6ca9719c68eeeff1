import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedFiles, readCatalogue } from '../client/src/exercises/catalogue';
import { drawText } from '../client/src/exercises/draw';
import { type Exercise, languages, type Track } from '../client/src/exercises/model';
import { programs } from '../client/src/exercises/programs.generated';
import { forbidden, prose } from './testing/prose';

/**
 * What the folders of the course promise. Whether starters fail and solutions pass is shown by
 * `npm run check-exercises`, which runs them.
 */

const root = __dirname;
const catalogue = readCatalogue(root);
const exercises = [...catalogue.exercises.values()];
const lessons = catalogue.steps.flatMap((step) =>
  step.lessons.map((lesson) => ({ step: step.id, ...lesson })),
);
const frameworks: readonly Track[] = [
  'express',
  'flask',
  'django',
  'spring-boot',
  'rails',
  'laravel',
];

function inStep(step: string): readonly Exercise[] {
  return exercises.filter((exercise) => exercise.step === step);
}

it('can be read as a whole', () => {
  expect(catalogue.problems).toEqual([]);
});

it('lists every exercise that has a folder', () => {
  const folders = catalogue.steps.flatMap(({ id }) => {
    const folder = path.join(root, id, 'exercises');
    return existsSync(folder) ? readdirSync(folder) : [];
  });
  expect(folders.filter((id) => !catalogue.exercises.has(id))).toEqual([]);
});

it('has what the roadmap asks for', () => {
  const coded = (step: string) => inStep(step).filter(({ check }) => check.kind !== 'quiz');
  expect(coded('1-fundamentals').length).toBeGreaterThanOrEqual(16);
  for (const exercise of coded('1-fundamentals')) {
    expect([...exercise.tracks], exercise.id).toEqual([...languages]);
  }
  expect(inStep('2-databases').length).toBeGreaterThanOrEqual(22);
  for (const track of frameworks) {
    const own = inStep('3-frameworks').filter(({ tracks }) => tracks.includes(track));
    expect(own.length, track).toBeGreaterThanOrEqual(8);
  }
  expect(coded('4-git').length).toBeGreaterThanOrEqual(9);
  for (const id of ['project-login', 'project-products', 'project-chat', 'project-blog']) {
    expect([...catalogue.exercises.get(id)!.tracks].sort(), id).toEqual([...frameworks].sort());
  }
  expect(coded('6-security').length).toBeGreaterThanOrEqual(14);
});

it('names each lesson once, and has its page', () => {
  const ids = lessons.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(lessons.filter(({ file }) => !existsSync(file)).map(({ id }) => id)).toEqual([]);
  for (const { id } of catalogue.steps) {
    const pages = readdirSync(path.join(root, id, 'lessons')).map((name) =>
      name.replace(/\.md$/, ''),
    );
    expect(
      pages.filter((page) => !ids.includes(page)),
      id,
    ).toEqual([]);
  }
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (_, exercise) => {
    const { folder, check } = exercise;
    const isQuiz = check.kind === 'quiz';
    const programmed = check.kind === 'http' || check.kind === 'git';

    it('is named by the lesson that it names', () => {
      const lesson = lessons.find(({ exercises }) => exercises.includes(exercise));
      expect(exercise.lesson).toBe(lesson?.id);
    });

    it('trains rules that exist', () => {
      for (const rule of exercise.rules) {
        expect(existsSync(path.join(root, '../server/src/rules', rule, 'rule.ts')), rule).toBe(
          true,
        );
      }
    });

    it.skipIf(isQuiz)('has a task that reads well, and hints', () => {
      const text = readFileSync(path.join(folder, 'task.md'), 'utf8');
      expect(/^# (.+)/.exec(text)?.[1]).toBe(exercise.title);
      const words = prose(text).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
      expect(words).toBeGreaterThanOrEqual(20);
      expect(words).toBeLessThanOrEqual(260);
      expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
      const texts = [prose(text), ...exercise.hints, ...Object.values(exercise.hintsFor).flat()];
      for (const each of texts) expect(forbidden.exec(prose(each))?.[0]).toBeUndefined();
    });

    it.runIf(isQuiz)('asks three to eight questions and explains every answer', () => {
      if (check.kind !== 'quiz') throw new Error('no quiz');
      expect(check.questions.length).toBeGreaterThanOrEqual(3);
      expect(check.questions.length).toBeLessThanOrEqual(8);
      for (const { ask, answers } of check.questions) {
        expect(answers.length, ask).toBeGreaterThanOrEqual(3);
        expect(
          answers.some(({ right }) => right),
          ask,
        ).toBe(true);
        expect(
          answers.every(({ right }) => right),
          ask,
        ).toBe(false);
        for (const text of [ask, ...answers.flatMap((each) => [each.text, each.why])]) {
          expect(text).toMatch(/\S/);
          expect(forbidden.exec(prose(text))?.[0]).toBeUndefined();
        }
      }
    });

    it.skipIf(isQuiz).each(exercise.tracks)(
      '%s: has a starter, a solution and a wrong one',
      (track) => {
        const states = readdirSync(path.join(folder, track));
        expect(states).toContain('solution');
        if (check.kind !== 'git') expect(states).toContain('starter');
        const wrong = states.filter((name) => name.startsWith('wrong-'));
        expect(wrong.length).toBeGreaterThan(0);
        const known = ['starter', 'solution', 'common', ...wrong];
        expect(states.filter((name) => !known.includes(name))).toEqual([]);
        const named = Object.keys(exercise.wrong).map((name) =>
          name.replace(/^(?:wrong-)?/, 'wrong-'),
        );
        expect(wrong.filter((name) => !named.includes(name))).toEqual([]);
        if (check.kind === 'git') return;
        for (const file of editedFiles(exercise, track)) {
          const isNew = existsSync(path.join(folder, track, 'solution', file));
          const isGiven = existsSync(path.join(folder, track, 'starter', file));
          expect(isNew || isGiven, file).toBe(true);
        }
      },
    );

    it.skipIf(isQuiz)('uses every wrong one that it names', () => {
      for (const name of Object.keys(exercise.wrong)) {
        const state = name.replace(/^(?:wrong-)?/, 'wrong-');
        const isUsed = exercise.tracks.some((track) => existsSync(path.join(folder, track, state)));
        expect(isUsed, state).toBe(true);
      }
    });

    it.runIf(programmed)('has a check that asks for something', () => {
      const program = programs[exercise.id];
      expect(program?.kind).toBe(check.kind);
      expect(program?.requirements.length).toBeGreaterThan(0);
    });

    it.runIf(check.kind === 'output')('cannot be passed by writing answers down', () => {
      if (check.kind !== 'output') throw new Error('no programs');
      const drawn = check.runs.filter(({ stdout }) => stdout === undefined);
      expect(drawn.length).toBeGreaterThan(0);
      expect(check.runs.length - drawn.length).toBeGreaterThanOrEqual(2);
      for (const { stdin = '' } of drawn) expect(drawText(stdin)).not.toBe('');
    });
  },
);

describe('the glossary', () => {
  it('explains each term once, in a lesson that exists', () => {
    const { terms } = JSON.parse(readFileSync(path.join(root, 'glossary.json'), 'utf8')) as {
      terms: { term: string; also?: string[]; means: string; lesson: string }[];
    };
    const words = terms
      .flatMap(({ term, also = [] }) => [term, ...also])
      .map((each) => each.toLowerCase());
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    const ids = new Set(lessons.map(({ id }) => id));
    for (const { term, means, lesson } of terms) {
      expect(ids.has(lesson), `${term}: ${lesson}`).toBe(true);
      expect(forbidden.exec(prose(means))?.[0]).toBeUndefined();
    }
  });
});
