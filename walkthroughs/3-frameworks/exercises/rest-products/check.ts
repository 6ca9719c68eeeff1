import {
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Product {
  id: number;
  name: string;
  price: number;
  reviews?: { stars: number; text: string }[];
}

async function add(world: World, name = `A ${world.word()}`): Promise<Product> {
  const json = { name, price: world.number(100, 9999) };
  const answer = await world.visitor().post('/products', { json });
  world.expect.status(answer, 201);
  world.expect.json(
    answer,
    (body: Product) => Number.isInteger(body.id) && body.name === name && body.price === json.price,
    `the product ${JSON.stringify(json)} with its id`,
  );
  const { id } = answer.json as Product;
  world.expect.header(answer, 'Location', new RegExp(`/products/${id}$`));
  return { id, ...json };
}

async function list(world: World): Promise<Product[]> {
  const answer = await world.visitor().get('/products');
  world.expect.status(answer, 200);
  world.expect.json(answer, (body: Product[]) => Array.isArray(body), 'a list');
  return answer.json as Product[];
}

export const check = specification([
  requirement(
    'The list is empty at first',
    'Make the table when it is not there, and answer its rows.',
    async (world) => {
      world.expect.that((await list(world)).length === 0, 'an empty list', 'products');
    },
  ),
  requirement(
    'POST stores a product, GET finds it',
    'Insert the row, and read the id that the database gave it.',
    async (world) => {
      const product = await add(world);
      const found = await world.visitor().get(`/products/${product.id}`);
      world.expect.status(found, 200);
      world.expect.json(found, { ...product, reviews: [] });
      const all = await list(world);
      world.expect.that(
        all.some(({ id, name }) => id === product.id && name === product.name),
        'the product in the list',
        JSON.stringify(all),
      );
    },
  ),
  requirement(
    'What is not there gets 404',
    'Look whether the query found a row, or changed one.',
    async (world) => {
      const id = world.number(5000, 9999);
      const visitor = world.visitor();
      const json = { name: 'Lamp', price: 100 };
      world.expect.status(await visitor.get(`/products/${id}`), 404);
      world.expect.status(await visitor.put(`/products/${id}`, { json }), 404);
      world.expect.status(await visitor.delete(`/products/${id}`), 404);
      world.expect.status(
        await visitor.post(`/products/${id}/reviews`, { json: { stars: 3, text: 'ok' } }),
        404,
      );
    },
  ),
  requirement(
    'Wrong fields get 400, and nothing is stored',
    'Check the fields before the query.',
    async (world) => {
      const product = await add(world);
      const before = (await list(world)).length;
      const wrong = [
        {},
        { name: '', price: 1 },
        { name: 'Lamp', price: -1 },
        { name: 'Lamp', price: '5' },
        { name: 7, price: 5 },
      ];
      for (const json of wrong) {
        world.expect.status(await world.visitor().post('/products', { json }), [400, 422]);
        world.expect.status(
          await world.visitor().put(`/products/${product.id}`, { json }),
          [400, 422],
        );
      }
      world.expect.json(await world.visitor().get(`/products/${product.id}`), {
        ...product,
        reviews: [],
      });
      world.expect.that(
        (await list(world)).length === before,
        `${before} products as before`,
        `${(await list(world)).length}`,
      );
    },
  ),
  requirement(
    'PUT changes a product',
    'Answer 200 with the product as it is now.',
    async (world) => {
      const { id } = await add(world);
      const json = { name: `B ${world.word()}`, price: world.number(1, 99) };
      const answer = await world.visitor().put(`/products/${id}`, { json });
      world.expect.status(answer, 200);
      world.expect.json(await world.visitor().get(`/products/${id}`), { id, ...json, reviews: [] });
    },
  ),
  requirement(
    'Reviews belong to their product',
    'Select the reviews by the id of the product, in the order in which they were written.',
    async (world) => {
      const first = await add(world);
      const second = await add(world);
      const reviews = [
        { stars: world.number(1, 5), text: world.word() },
        { stars: world.number(1, 5), text: `it's ${world.word()}` },
      ];
      for (const json of reviews) {
        world.expect.status(
          await world.visitor().post(`/products/${first.id}/reviews`, { json }),
          201,
        );
      }
      const six = { stars: 6, text: 'x' };
      world.expect.status(
        await world.visitor().post(`/products/${first.id}/reviews`, { json: six }),
        [400, 422],
      );
      world.expect.json(await world.visitor().get(`/products/${first.id}`), { ...first, reviews });
      world.expect.json(await world.visitor().get(`/products/${second.id}`), {
        ...second,
        reviews: [],
      });
    },
  ),
  requirement('A name cannot change the query', 'Send the name as a parameter.', async (world) => {
    const before = await list(world);
    const product = await add(world, `O'Neil'); DELETE FROM products; --`);
    const after = await list(world);
    world.expect.that(
      after.length === before.length + 1,
      'the list as before, and the new product',
      `${after.length} products`,
    );
    await world.visitor().get(`/products/${encodeURIComponent('1 OR 1=1')}`);
    world.expect.json(await world.visitor().get(`/products/${product.id}`), {
      ...product,
      reviews: [],
    });
  }),
  requirement(
    'DELETE removes the product and its reviews',
    'Remove the reviews first, or let the database do it with ON DELETE CASCADE.',
    async (world) => {
      const { id } = await add(world);
      await world.visitor().post(`/products/${id}/reviews`, { json: { stars: 1, text: 'gone' } });
      world.expect.status(await world.visitor().delete(`/products/${id}`), 204);
      world.expect.status(await world.visitor().get(`/products/${id}`), 404);
      // SQLite may give the id again: a review that stayed would show up there.
      const next = await add(world);
      world.expect.json(
        await world.visitor().get(`/products/${next.id}`),
        { ...next, reviews: [] },
        'the next product without reviews of the removed one',
      );
    },
  ),
  requirement(
    'Everything is still there after a restart',
    'Open the same file, and make a table only when it is missing.',
    async (world) => {
      const product = await add(world);
      const review = { stars: world.number(1, 5), text: world.word() };
      await world.visitor().post(`/products/${product.id}/reviews`, { json: review });
      const before = await list(world);
      await world.restart();
      const after = await list(world);
      world.expect.that(
        JSON.stringify(after) === JSON.stringify(before),
        'the same products after a restart',
        `${after.length} of ${before.length}`,
      );
      world.expect.json(await world.visitor().get(`/products/${product.id}`), {
        ...product,
        reviews: [review],
      });
    },
  ),
]);
