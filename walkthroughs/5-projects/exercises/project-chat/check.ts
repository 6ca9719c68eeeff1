import {
  requirement,
  type Socket,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Message {
  type: string;
  name?: string;
  text?: string;
  messages?: { name: string; text: string }[];
}

const PATH = '/chat';

/** The names that a requirement gave out. */
const names = new WeakMap<World, Set<string>>();

/** A member of an earlier requirement may leave late; nobody waits for that. */
function isOfOthers(world: World, message: unknown): boolean {
  const { type, name = '' } = (message ?? {}) as Partial<Message>;
  return type === 'left' && !names.get(world)?.has(name);
}

async function next(socket: Socket, world: World, words?: string): Promise<unknown> {
  for (;;) {
    const message = await socket.next(words);
    if (!isOfOthers(world, message)) return message;
  }
}

async function isQuiet(socket: Socket, world: World): Promise<boolean> {
  while (!(await socket.quiet())) if (!isOfOthers(world, await socket.next())) return false;
  return true;
}

async function expectMessage(
  socket: Socket,
  world: World,
  words: string,
  isRight: (message: Message) => boolean,
): Promise<Message> {
  const message = (await next(socket, world, words)) as Message;
  const isObject = typeof message === 'object' && message !== null;
  world.expect.that(isObject && isRight(message), words, JSON.stringify(message));
  return message;
}

/** Opens a connection and joins; what a newcomer is sent is taken. */
async function join(world: World, name = world.word()): Promise<{ name: string; socket: Socket }> {
  names.set(world, (names.get(world) ?? new Set()).add(name));
  const socket = await world.visitor().websocket(PATH);
  socket.send({ type: 'join', name });
  await expectMessage(
    socket,
    world,
    'a message of the type "history" after joining',
    ({ type }) => type === 'history',
  );
  await expectMessage(
    socket,
    world,
    `{"type":"joined","name":"${name}"} for everyone, the newcomer too`,
    (message) => message.type === 'joined' && message.name === name,
  );
  return { name, socket };
}

async function expectError(socket: Socket, world: World, why: string): Promise<void> {
  await expectMessage(
    socket,
    world,
    `a message of the type "error" ${why}`,
    ({ type }) => type === 'error',
  );
}

export const check = specification([
  requirement(
    'GET / shows the page of the chat',
    'Send the file chat.html for the path /.',
    async (world) => {
      const answer = await world.visitor().get('/');
      world.expect.status(answer, 200);
      world.expect.header(answer, 'Content-Type', /^text\/html/);
    },
  ),
  requirement(
    'Joining sends the history to the newcomer and "joined" to everyone',
    'Keep a list of the connections that have joined. Send the history to the new one, then "joined" to all.',
    async (world) => {
      const ada = await join(world);
      const bob = await join(world);
      await expectMessage(
        ada.socket,
        world,
        `{"type":"joined","name":"${bob.name}"} for those who are there`,
        (message) => message.type === 'joined' && message.name === bob.name,
      );
    },
  ),
  requirement(
    'A message reaches everyone, the sender too, with the sender’s name',
    'Take the name from what the connection joined with, never from the message.',
    async (world) => {
      const ada = await join(world);
      const bob = await join(world);
      await next(ada.socket, world);
      const text = `<b>Hello</b> ${world.word()}`;
      ada.socket.send({ type: 'message', text, name: bob.name });
      for (const { socket } of [ada, bob]) {
        await expectMessage(
          socket,
          world,
          `a message from ${ada.name} with the text as it was sent`,
          (message) =>
            message.type === 'message' && message.name === ada.name && message.text === text,
        );
      }
    },
  ),
  requirement(
    'When a connection closes, the others hear "left"',
    'Listen for the end of a connection: take it out of the list, and tell the others.',
    async (world) => {
      const ada = await join(world);
      const bob = await join(world);
      await next(ada.socket, world);
      bob.socket.close();
      await expectMessage(
        ada.socket,
        world,
        `{"type":"left","name":"${bob.name}"}`,
        (message) => message.type === 'left' && message.name === bob.name,
      );
      ada.socket.send({ type: 'message', text: 'still here' });
      await expectMessage(
        ada.socket,
        world,
        'messages that go on',
        ({ type }) => type === 'message',
      );
    },
  ),
  requirement(
    'A name has 1 to 20 characters and is not taken',
    'Check the name before you add the connection, and answer with an error.',
    async (world) => {
      const ada = await join(world);
      for (const name of ['', 'x'.repeat(21), ada.name, ` ${ada.name} `, 42, undefined]) {
        const socket = await world.visitor().websocket(PATH);
        socket.send({ type: 'join', name });
        await expectError(
          socket,
          world,
          `for the name ${JSON.stringify(name) ?? 'that is missing'}`,
        );
      }
      world.expect.that(
        await isQuiet(ada.socket, world),
        'nothing for the others',
        'a message about a refused name',
      );
    },
  ),
  requirement(
    'A name is free again when its owner has left',
    'Look the name up among those who are there now.',
    async (world) => {
      const ada = await join(world);
      const bob = await join(world);
      await next(ada.socket, world);
      bob.socket.close();
      await next(ada.socket, world, 'a message that someone left');
      await join(world, bob.name);
    },
  ),
  requirement(
    'Nobody speaks before joining',
    'Keep for each connection whether it has joined, and answer with an error if not.',
    async (world) => {
      const ada = await join(world);
      const stranger = await world.visitor().websocket(PATH);
      stranger.send({ type: 'message', text: 'psst' });
      await expectError(stranger, world, 'before joining');
      world.expect.that(
        await isQuiet(ada.socket, world),
        'nothing for the others',
        'the message of a stranger',
      );
    },
  ),
  requirement(
    'A text has 1 to 500 characters',
    'Check type and length of the text. An error goes to the sender only.',
    async (world) => {
      const ada = await join(world);
      const bob = await join(world);
      await next(ada.socket, world);
      for (const text of ['', '   ', 'x'.repeat(501), 7, null]) {
        ada.socket.send({ type: 'message', text });
        await expectError(ada.socket, world, `for the text ${JSON.stringify(text).slice(0, 20)}`);
      }
      world.expect.that(
        await isQuiet(bob.socket, world),
        'nothing for the others',
        'a refused text',
      );
    },
  ),
  requirement(
    'What is no JSON gets an error, and the connection stays open',
    'Catch the error of the JSON parser, and answer with an error.',
    async (world) => {
      const ada = await join(world);
      for (const text of ['hello', '{"type":', '[]', 'null', '{"type":"dance"}']) {
        ada.socket.send(text);
        await expectError(ada.socket, world, `for ${text}`);
      }
      ada.socket.send({ type: 'message', text: 'still open' });
      await expectMessage(
        ada.socket,
        world,
        'messages that go on',
        ({ type }) => type === 'message',
      );
    },
  ),
  requirement(
    'The history has the last 20 messages, the oldest first',
    'Keep the last 20 messages in a list, and take the first one out when it grows.',
    async (world) => {
      const ada = await join(world);
      const texts = Array.from({ length: 23 }, (_, index) => `${world.word()} ${index}`);
      for (const text of texts) {
        ada.socket.send({ type: 'message', text });
        await next(ada.socket, world, 'a message');
      }
      const socket = await world.visitor().websocket(PATH);
      socket.send({ type: 'join', name: world.word() });
      const history = await expectMessage(
        socket,
        world,
        'the history',
        ({ type }) => type === 'history',
      );
      const seen = (history.messages ?? []).map(({ text }) => text).join(' | ');
      world.expect.that(
        seen === texts.slice(-20).join(' | '),
        'the last 20 texts, the oldest first',
        seen || 'none',
      );
      const [first] = history.messages ?? [];
      world.expect.that(
        first?.name === ada.name,
        `the name ${ada.name} with each text`,
        JSON.stringify(first),
      );
    },
  ),
  requirement(
    'A page of another website cannot connect',
    'Compare the header Origin with your own address, when it is there, and refuse the connection with 403.',
    async (world) => {
      const own = await world.visitor().websocket(PATH, { headers: { origin: world.url } });
      own.close();
      const connected = await world
        .visitor()
        .websocket(PATH, { headers: { origin: 'https://evil.example' } })
        .then(
          () => true,
          () => false,
        );
      world.expect.that(
        !connected,
        'no connection for Origin: https://evil.example',
        'an open connection',
      );
    },
  ),
]);
