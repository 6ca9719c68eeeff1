import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const good = { name: 'Ada', guests: 4, day: '2026-03-14' };

async function refused({ visitor, expect }: World, field: string, values: unknown[]) {
  for (const value of values) {
    const body = { ...good, [field]: value };
    const answer = await visitor().post('/bookings', { json: body });
    expect.that(
      answer.status === 400,
      `status 400 for ${field} = ${JSON.stringify(value)?.slice(0, 60) ?? 'nothing'}`,
      `status ${answer.status}`,
    );
    expect.json(
      answer,
      (found: { errors?: Record<string, unknown> }) =>
        Object.keys(found.errors ?? {}).join() === field &&
        String(found.errors?.[field]).length > 3,
      `{"errors": {"${field}": "…"}} and no other field`,
    );
  }
}

export const check = specification([
  requirement(
    'A good booking is stored',
    'Answer with 201 and the booking with its id, and list it in GET /bookings.',
    async ({ visitor, expect, word, number }) => {
      for (const booking of [
        { name: `Zoë O'Neill ${word()}`, guests: number(2, 7), day: '2028-02-29' },
        { name: word().padEnd(40, 'x'), guests: 8, day: '2026-12-31' },
        { name: 'J', guests: 1, day: '2027-01-01' },
      ]) {
        const answer = await visitor().post('/bookings', { json: booking });
        expect.status(answer, 201);
        expect.json(
          answer,
          (found: Record<string, unknown>) =>
            found.id !== undefined &&
            Object.entries(booking).every(([key, value]) => found[key] === value),
          `${JSON.stringify(booking)} with an id`,
        );
        const list = await visitor().get('/bookings');
        expect.json(
          list,
          (found: Record<string, unknown>[]) =>
            found.some(
              ({ name, guests, day }) =>
                name === booking.name && guests === booking.guests && day === booking.day,
            ),
          'the new booking in the list',
        );
      }
    },
  ),
  requirement(
    'A name that is no name is refused',
    'Ask for the type first, then for the length, and look at the text without the spaces around it.',
    (world) =>
      refused(world, 'name', [
        undefined,
        null,
        '',
        '   ',
        7,
        ['Ada'],
        { first: 'Ada' },
        'x'.repeat(41),
        'x'.repeat(20_000),
      ]),
  ),
  requirement(
    'A number of guests that makes no sense is refused',
    'Only whole numbers from 1 to 8 pass: no texts, no fractions, not true.',
    (world) =>
      refused(world, 'guests', [
        undefined,
        null,
        0,
        -3,
        9,
        world.number(10, 1_000_000),
        2.5,
        '4',
        true,
        [4],
        '4; DROP TABLE',
      ]),
  ),
  requirement(
    'A day in another form is refused',
    'The whole text must match, from its first to its last character.',
    (world) =>
      refused(world, 'day', [
        undefined,
        null,
        '',
        'tomorrow',
        '14.03.2026',
        '2026-3-14',
        20260314,
        ['2026-03-14'],
        '2026-03-14\nX',
        'on 2026-03-14',
        '2026-03-14T10:00',
      ]),
  ),
  requirement(
    'A day that does not exist is refused',
    'A pattern does not know the calendar. Ask the dates of the language.',
    (world) =>
      refused(world, 'day', [
        '2026-02-30',
        '2027-02-29',
        '2026-04-31',
        '2026-13-01',
        '2026-00-10',
        '2026-01-00',
      ]),
  ),
  requirement(
    'All errors are told at once',
    'Check every field before you answer, and collect what is wrong.',
    async ({ visitor, expect }) => {
      const answer = await visitor().post('/bookings', {
        json: { name: '', guests: 0, day: 'soon' },
      });
      expect.status(answer, 400);
      expect.json(
        answer,
        (found: { errors?: object }) =>
          Object.keys(found.errors ?? {})
            .sort()
            .join() === 'day,guests,name',
        'errors for name, guests and day',
      );
      for (const json of [{}, []]) expect.status(await visitor().post('/bookings', { json }), 400);
    },
  ),
  requirement(
    'What is refused is not stored',
    'Answer and leave the handler before the booking is stored.',
    async ({ visitor, expect, word }) => {
      const name = word();
      await visitor().post('/bookings', { json: { name, guests: -3, day: '2026-03-14' } });
      expect.noText(await visitor().get('/bookings'), name, 'a list without the refused booking');
    },
  ),
]);
