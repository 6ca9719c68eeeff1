import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const framed = (name: string) => {
  const line = `+${'-'.repeat(name.length + 2)}+`;
  return [line, `| ${name} |`, line].join('\n');
};

function label({ visitor }: World, name: string) {
  return visitor().get(`/labels?name=${encodeURIComponent(name)}`);
}

/** The label of a name, with line ends as on Unix. */
async function printed(world: World, name: string) {
  const answer = await label(world, name);
  world.expect.status(answer, 200);
  const text = answer.text.replaceAll('\r', '').trim();
  world.expect.that(
    text === framed(name),
    `the label\n${framed(name)}`,
    text.slice(0, 200) || 'an empty answer',
  );
}

export const check = specification([
  requirement('Labels are printed', 'Send what the program prints, as text.', async (world) => {
    await printed(world, 'Ada');
    await printed(world, `${world.word()} ${world.word()}`);
  }),
  requirement(
    'Nothing in a name is run',
    'Start the program without a shell. A list of dangerous characters is never complete.',
    async (world) => {
      const file = `${world.word()}.txt`;
      const command = `echo proof > ${file}`;
      const names = [
        `"; ${command}; "`,
        `$(${command})`,
        `\`${command}\``,
        `" & ${command} & "`,
        `"\n${command}\n"`,
        `"; ${command} #`,
      ];
      for (const name of names) {
        await label(world, name);
        await new Promise((resolve) => setTimeout(resolve, 100));
        world.expect.that(
          !(await world.list('.')).includes(file),
          `no command run for the name ${JSON.stringify(name)}`,
          `the command in it made the file ${file}`,
        );
      }
    },
  ),
  requirement(
    'A name with characters of the shell is printed as it is',
    'Give the name to the program as one argument, unchanged. A list of dangerous characters is never complete, and it spoils names.',
    async (world) => {
      for (const name of [
        'Tom & Jerry',
        '$HOME',
        'Ada "the cat" Lee',
        "O'Brien; Sons",
        '`date`',
        '50% off | 2 for 1',
      ]) {
        await printed(world, name);
      }
    },
  ),
]);
