import {
  type Answer,
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

const empty = { items: {}, count: 0 };

function sameCart(world: World, answer: Answer, items: Record<string, number>): void {
  world.expect.status(answer, 200);
  const count = Object.values(items).reduce((sum, each) => sum + each, 0);
  const words = count === 0 ? 'an empty cart' : `the cart ${JSON.stringify({ items, count })}`;
  world.expect.json(
    answer,
    (body: typeof empty) =>
      JSON.stringify(Object.entries(body.items).sort()) ===
        JSON.stringify(Object.entries(items).sort()) && body.count === count,
    words,
  );
}

export const check = specification(
  [
    requirement(
      'A new visitor has an empty cart',
      'When the session has no cart yet, answer an empty one.',
      async (world) => sameCart(world, await world.visitor().get('/cart'), {}),
    ),
    requirement(
      'What is added is still there in the next request',
      'Store the cart in the session after you changed it.',
      async (world) => {
        const visitor = world.visitor();
        const pens = world.number(1, 9);
        sameCart(world, await visitor.post('/cart', { json: { product: 'pen', quantity: pens } }), {
          pen: pens,
        });
        await visitor.post('/cart', { json: { product: 'book', quantity: 1 } });
        await visitor.post('/cart', { json: { product: 'pen', quantity: 2 } });
        sameCart(world, await visitor.get('/cart'), { pen: pens + 2, book: 1 });
      },
    ),
    requirement(
      'Two visitors have two carts',
      'Use the session of the request, not a variable of the program.',
      async (world) => {
        const ada = world.visitor();
        const bob = world.visitor();
        await ada.post('/cart', { json: { product: 'lamp', quantity: 3 } });
        sameCart(world, await bob.get('/cart'), {});
        await bob.post('/cart', { json: { product: 'book', quantity: 1 } });
        sameCart(world, await ada.get('/cart'), { lamp: 3 });
      },
    ),
    requirement(
      'A product can be taken out',
      'Answer 404 when the product is not in the cart.',
      async (world) => {
        const visitor = world.visitor();
        await visitor.post('/cart', { json: { product: 'lamp', quantity: 1 } });
        await visitor.post('/cart', { json: { product: 'pen', quantity: 4 } });
        sameCart(world, await visitor.delete('/cart/lamp'), { pen: 4 });
        world.expect.status(await visitor.delete('/cart/lamp'), 404);
      },
    ),
    requirement(
      'A wrong product or quantity gets 400, and the cart stays as it was',
      'Check both before you change the cart.',
      async (world) => {
        const visitor = world.visitor();
        await visitor.post('/cart', { json: { product: 'pen', quantity: 1 } });
        const wrong = [
          { product: 'gold', quantity: 1 },
          { product: '__proto__', quantity: 1 },
          { product: 'pen', quantity: 0 },
          { product: 'pen', quantity: 21 },
          { product: 'pen', quantity: 1.5 },
          { product: 'pen', quantity: '2' },
          { product: 'pen' },
        ];
        for (const json of wrong)
          world.expect.status(await visitor.post('/cart', { json }), [400, 422]);
        sameCart(world, await visitor.get('/cart'), { pen: 1 });
      },
    ),
    requirement(
      'Clearing begins a new session',
      'Use what your framework has for ending a session. A new one has a new cookie.',
      async (world) => {
        const visitor = world.visitor();
        await visitor.post('/cart', { json: { product: 'pen', quantity: 1 } });
        const old = new Map(visitor.cookies);
        const isOld = () => [...old].every(([name, value]) => visitor.cookies.get(name) === value);
        sameCart(world, await visitor.post('/cart/clear'), {});
        sameCart(world, await visitor.get('/cart'), {});
        // Some take the old cookie away at once, others replace it when the next value is stored.
        const wasKept = isOld();
        await visitor.post('/cart', { json: { product: 'pen', quantity: 1 } });
        world.expect.that(
          !(wasKept && isOld()),
          'another session cookie than before the cart was cleared',
          'the same cookie',
        );
      },
    ),
    requirement(
      'The session cookie is HttpOnly and SameSite',
      'Set the options of the session cookie.',
      async (world) => {
        const answer = await world
          .visitor()
          .post('/cart', { json: { product: 'pen', quantity: 1 } });
        const cookie = answer.setCookies.join('\n');
        world.expect.that(
          /;\s*HttpOnly/i.test(cookie),
          'a cookie with HttpOnly',
          cookie || 'no cookie',
        );
        world.expect.that(
          /;\s*SameSite=(?:Lax|Strict)/i.test(cookie),
          'a cookie with SameSite=Lax or Strict',
          cookie,
        );
      },
    ),
    requirement(
      'A cookie that someone made up is no session',
      'Let your framework sign the cookie, with a secret that only the server knows.',
      async (world) => {
        const visitor = world.visitor();
        await visitor.post('/cart', { json: { product: 'pen', quantity: 5 } });
        const stranger = world.visitor();
        for (const [name, value] of visitor.cookies) {
          const at = Math.floor(value.length / 3);
          const other = value[at] === 'A' ? 'B' : 'A';
          stranger.cookies.set(name, value.slice(0, at) + other + value.slice(at + 1));
        }
        sameCart(world, await stranger.get('/cart'), {});
      },
    ),
  ],
  { env: { SESSION_SECRET: 'check-secret-of-at-least-32-characters-4711' } },
);
