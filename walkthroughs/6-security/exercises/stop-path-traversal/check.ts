import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

async function refused({ visitor, expect }: World, names: string[]) {
  for (const name of names) {
    const answer = await visitor().get(`/reports?name=${encodeURIComponent(name)}`);
    expect.noText(
      answer,
      /not for visitors|root:|SELECT|require\(|import /i,
      `nothing from outside of the folder for the name ${name}`,
    );
    expect.that(
      [400, 403, 404].includes(answer.status),
      `status 400, 403 or 404 for the name ${name}`,
      `status ${answer.status}`,
    );
  }
}

export const check = specification([
  requirement(
    'Reports are sent',
    'Send the file as it is, also from a folder inside of reports.',
    async ({ visitor, expect }) => {
      const summary = await visitor().get('/reports?name=summary.txt');
      expect.status(summary, 200);
      expect.text(summary, 'Books sold this year: 1280');
      const january = await visitor().get('/reports?name=2026/january.txt');
      expect.status(january, 200);
      expect.text(january, 'Books sold in January: 97');
    },
  ),
  requirement(
    'What is not there is answered with 404',
    'Look whether the path is a file before you send it.',
    async ({ visitor, expect, word }) => {
      for (const name of [`${word()}.txt`, `2026/${word()}.txt`, '2026']) {
        expect.status(await visitor().get(`/reports?name=${name}`), 404);
      }
    },
  ),
  requirement(
    'Two dots do not lead out of the folder',
    'Work out the whole path first, then look whether it is inside of the folder.',
    (world) =>
      refused(world, [
        '../notes.txt',
        '2026/../../notes.txt',
        './../notes.txt',
        '..\\notes.txt',
        `${'../'.repeat(12)}etc/passwd`,
      ]),
  ),
  requirement(
    'Tricks with dots do not lead out of the folder',
    'Do not repair the name: removing ../ can leave another one behind. Work out the whole path and compare.',
    (world) =>
      refused(world, [
        '....//notes.txt',
        '..././notes.txt',
        '.../...//notes.txt',
        '..%2fnotes.txt',
        '%2e%2e/notes.txt',
        '..//notes.txt',
      ]),
  ),
  requirement(
    'A path from the root does not lead out of the folder',
    'Joining an absolute path can throw the folder away. Compare the result.',
    (world) => refused(world, ['/etc/passwd', '/etc/hosts', '//etc/passwd']),
  ),
  requirement(
    'The folder beside it stays closed',
    'The path must begin with the folder and a separator after it.',
    (world) =>
      refused(world, [
        '../reports-internal/salaries.txt',
        '2026/../../reports-internal/salaries.txt',
      ]),
  ),
]);
