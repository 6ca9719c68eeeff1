import {
  type Answer,
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** How a JPEG begins and ends. */
const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01,
  0x00, 0x01, 0x00, 0x00, 0xff, 0xd9,
]);

function upload({ visitor }: World, name: string, type: string, content: string | Buffer) {
  return visitor().post('/avatars', { files: [{ field: 'picture', name, type, content }] });
}

function urlOf({ expect }: World, answer: Answer): string {
  expect.status(answer, 201);
  const url = String((answer.json as { url?: string } | undefined)?.url);
  expect.that(
    /^\/avatars\/[^/\\]+$/.test(url),
    'an answer such as {"url": "/avatars/NAME"}',
    answer.text.slice(0, 120),
  );
  return url;
}

async function refused(
  world: World,
  name: string,
  type: string,
  content: string | Buffer,
  what: string,
) {
  const before = await world.list('avatars');
  const answer = await upload(world, name, type, content);
  world.expect.that(
    [400, 413, 415, 422].includes(answer.status),
    `status 400 or 415 for ${what}`,
    `status ${answer.status}`,
  );
  const after = await world.list('avatars');
  world.expect.that(
    after.join() === before.join(),
    'no new file in avatars',
    `files: ${after.join(', ').slice(0, 200)}`,
  );
}

export const check = specification([
  requirement(
    'A picture is stored and shown',
    'Answer with 201 and the address, and send the same bytes with the type of the picture.',
    async (world) => {
      for (const [name, type, content, shown] of [
        [
          `${world.word()}.png`,
          'image/png',
          Buffer.concat([png, Buffer.from(world.word())]),
          /^image\/png/,
        ],
        [`${world.word()}.jpg`, 'image/jpeg', jpeg, /^image\/jpeg/],
      ] as const) {
        const url = urlOf(world, await upload(world, name, type, content));
        const picture = await world.visitor().get(url);
        world.expect.status(picture, 200);
        world.expect.header(picture, 'Content-Type', shown);
        world.expect.that(
          picture.text === content.toString('utf8'),
          'the same bytes as were sent',
          'other bytes',
        );
      }
      world.expect.status(await world.visitor().get(`/avatars/${world.word()}.png`), 404);
    },
  ),
  requirement(
    'What is no picture is refused',
    'The name and the type are words of the sender. Look at the first bytes of the content.',
    async (world) => {
      const page = '<!doctype html><script>alert(document.domain)</script>';
      await refused(world, 'me.html', 'text/html', page, 'a page');
      await refused(world, 'me.html', 'image/png', page, 'a page that says it is image/png');
      await refused(world, 'me.png', 'image/png', page, 'a page with the name me.png');
      await refused(
        world,
        'me.svg',
        'image/svg+xml',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        'an SVG with a script',
      );
      await refused(
        world,
        'me.jpg',
        'image/jpeg',
        ` \u00ff\u00d8\u00ff${page}`,
        'a page that begins with letters like those of a JPEG',
      );
      await refused(world, 'me.php', 'image/jpeg', '<?php echo 1 + 1;', 'a program');
      await refused(world, 'me.png', 'image/png', '', 'an empty file');
    },
  ),
  requirement(
    'The server makes up the name',
    'Do not use the name that came with the file: make up the name, with the ending that fits the content.',
    async (world) => {
      const before = await world.list('.');
      for (const name of [
        `${world.word()}.html`,
        `${world.word()}.php`,
        '../server.js',
        `..\\${world.word()}.png`,
        '.htaccess',
        `${world.word()}.png.html`,
      ]) {
        const answer = await upload(world, name, 'image/png', png);
        if (answer.status !== 201) {
          world.expect.status(answer, [400, 415, 422]);
          continue;
        }
        const url = urlOf(world, answer);
        world.expect.that(
          /\.png$/i.test(url),
          `a name with the ending .png for the upload ${name}`,
          url,
        );
        world.expect.header(await world.visitor().get(url), 'Content-Type', /^image\/png/);
      }
      const after = await world.list('.');
      world.expect.that(
        after.join() === before.join(),
        'no new file outside of avatars',
        `files: ${after.join(', ').slice(0, 200)}`,
      );
    },
  ),
  requirement(
    'Nothing is overwritten',
    'Two uploads with the same name are two files: make up the name, new for each of them.',
    async (world) => {
      const name = `${world.word()}.png`;
      const first = urlOf(
        world,
        await upload(world, name, 'image/png', Buffer.concat([png, Buffer.from('first')])),
      );
      const second = urlOf(
        world,
        await upload(world, name, 'image/png', Buffer.concat([png, Buffer.from('second')])),
      );
      world.expect.that(
        first !== second,
        'another address for the second upload',
        `${second} again`,
      );
      world.expect.text(await world.visitor().get(first), 'first', 'the first picture, unchanged');
      world.expect.that(!first.includes(name.slice(0, 8)), 'a name made up by the server', first);
    },
  ),
  requirement(
    'A picture of more than 1 MB is refused',
    'Look at the size before you store the file, or set a limit where the upload is read.',
    async (world) => {
      const big = Buffer.concat([png, Buffer.alloc(1_400_000, 7)]);
      const before = await world.list('avatars');
      // A server may also hang up in the middle of what is too long.
      const status = await upload(world, 'big.png', 'image/png', big).then(
        (answer) => answer.status,
        () => 413,
      );
      world.expect.that(
        [400, 413, 415, 422].includes(status),
        'status 413 for a picture of 1.4 MB',
        `status ${status}`,
      );
      const after = await world.list('avatars');
      world.expect.that(
        after.join() === before.join(),
        'no new file in avatars',
        `files: ${after.join(', ').slice(0, 200)}`,
      );
      const good = Buffer.concat([png, Buffer.alloc(700_000, 7)]);
      urlOf(world, await upload(world, 'good.png', 'image/png', good));
    },
  ),
]);
