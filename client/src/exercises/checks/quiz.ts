import type { Outcome, QuizCheck } from '../model';

/**
 * @param chosen for each question the numbers of the chosen answers
 */
export function gradeQuiz(
  { questions }: QuizCheck,
  chosen: readonly (readonly number[])[],
): Outcome {
  const requirements = questions.map(({ ask, answers }, index) => {
    const picked = new Set(chosen[index] ?? []);
    return {
      name: ask,
      passed: answers.every(({ right = false }, at) => picked.has(at) === right),
    };
  });
  const problems = requirements.flatMap(({ name, passed }) =>
    passed
      ? []
      : [
          {
            name,
            expected: 'all right answers and no other',
            seen: 'another choice',
            tryNext: 'Read the explanation below each answer, and choose again.',
          },
        ],
  );
  return problems.length > 0
    ? { state: 'failed', problems, requirements }
    : { state: 'passed', requirements };
}
