import {
  type Answer,
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Product {
  id: number;
  name: string;
  category: string;
  price: number;
  stock: number;
}

interface Page {
  items: Product[];
  total: number;
  page: number;
  pages: number;
}

const TOKEN = 'check-token-4711-not-for-production';

/** All products as the file has them, in the order of their ids. */
async function products({ read }: World): Promise<Product[]> {
  return JSON.parse((await read('products.json')) ?? '[]') as Product[];
}

async function list(world: World, query: string): Promise<Page> {
  const answer = await world.visitor().get(`/products${query}`);
  world.expect.status(answer, 200);
  world.expect.json(
    answer,
    (body: Page) => Array.isArray(body.items) && Number.isInteger(body.total),
    'JSON with items and total',
  );
  return answer.json as Page;
}

function sameIds(
  world: World,
  asked: string,
  seen: readonly Product[],
  wanted: readonly Product[],
): void {
  const ids = (all: readonly Product[]) => all.map(({ id }) => id).join(', ') || 'none';
  world.expect.that(
    ids(seen) === ids(wanted),
    `the products ${ids(wanted)} for ${asked}`,
    `the products ${ids(seen)}`,
  );
}

function refused(world: World, answer: Answer, parameter: string): void {
  world.expect.status(answer, [400, 422]);
  world.expect.text(answer, parameter, `the name of the wrong parameter, ${parameter},`);
}

const authorized = { headers: { authorization: `Bearer ${TOKEN}` } };

function newProduct({ word, number }: World): Omit<Product, 'id'> {
  return {
    name: `Check ${word()}`,
    category: 'check',
    price: number(100, 9999),
    stock: number(0, 50),
  };
}

export const check = specification(
  [
    requirement(
      'GET /products lists the first ten products and says how many there are',
      'Answer an object with items, total, page and pages.',
      async (world) => {
        const all = await products(world);
        const page = await list(world, '');
        sameIds(world, 'GET /products', page.items, all.slice(0, 10));
        world.expect.that(page.total === all.length, `the total ${all.length}`, `${page.total}`);
        const pages = Math.ceil(all.length / 10);
        world.expect.that(
          page.page === 1 && page.pages === pages,
          `page 1 of ${pages}`,
          `page ${page.page} of ${page.pages}`,
        );
      },
    ),
    requirement(
      'GET /products/7 answers one product, and 404 when there is none',
      'Look the product up by its id, and answer 404 when nothing is found.',
      async (world) => {
        const [, , , , , , seventh] = await products(world);
        const answer = await world.visitor().get(`/products/${seventh?.id}`);
        world.expect.status(answer, 200);
        world.expect.json(answer, seventh);
        world.expect.status(await world.visitor().get('/products/99999'), 404);
        world.expect.status(await world.visitor().get('/products/pen'), [400, 404, 422]);
      },
    ),
    requirement(
      'A category and a range of prices filter the list',
      'Build the conditions from the parameters that are there, and join them with AND.',
      async (world) => {
        const all = await products(world);
        const category = all[world.number(0, all.length - 1)]?.category ?? '';
        const inCategory = all.filter((each) => each.category === category);
        const first = await list(world, `?category=${encodeURIComponent(category)}&perPage=50`);
        sameIds(world, `category=${category}`, first.items, inCategory);
        const low = world.number(300, 1500);
        const high = low + world.number(500, 4000);
        const between = all.filter(({ price }) => price >= low && price <= high);
        const second = await list(world, `?minPrice=${low}&maxPrice=${high}&perPage=50`);
        sameIds(world, `minPrice=${low} and maxPrice=${high}`, second.items, between);
        const both = await list(
          world,
          `?category=${encodeURIComponent(category)}&minPrice=${low}&perPage=50`,
        );
        const wanted = inCategory.filter(({ price }) => price >= low);
        sameIds(world, `category=${category} and minPrice=${low}`, both.items, wanted);
        world.expect.that(
          both.total === wanted.length,
          `the total ${wanted.length} of the filtered list`,
          `${both.total}`,
        );
      },
    ),
    requirement(
      'search finds a part of the name, in capitals or not',
      'Compare in lower case. % and _ mean themselves in a search.',
      async (world) => {
        const all = await products(world);
        const name = all[world.number(0, all.length - 1)]?.name ?? '';
        const part = name.slice(0, 4).toUpperCase();
        const wanted = all.filter((each) => each.name.toLowerCase().includes(part.toLowerCase()));
        const page = await list(world, `?search=${encodeURIComponent(part)}&perPage=50`);
        sameIds(world, `search=${part}`, page.items, wanted);
        sameIds(world, 'search=%', (await list(world, '?search=%25&perPage=50')).items, []);
      },
    ),
    requirement(
      'sort orders by price or name, - turns it round',
      'Choose the column from a list of allowed names. A tie is ordered by id.',
      async (world) => {
        const all = await products(world);
        const byPrice = [...all].sort((a, b) => a.price - b.price || a.id - b.id);
        const downwards = [...all].sort((a, b) => b.price - a.price || a.id - b.id);
        const byName = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
        sameIds(world, 'sort=price', (await list(world, '?sort=price&perPage=50')).items, byPrice);
        sameIds(
          world,
          'sort=-price',
          (await list(world, '?sort=-price&perPage=50')).items,
          downwards,
        );
        sameIds(world, 'sort=name', (await list(world, '?sort=name&perPage=50')).items, byName);
        const backwards = [...byName].reverse();
        sameIds(
          world,
          'sort=-name',
          (await list(world, '?sort=-name&perPage=50')).items,
          backwards,
        );
      },
    ),
    requirement(
      'page and perPage cut the list',
      'Skip (page - 1) × perPage products, and count all of them for the total.',
      async (world) => {
        const all = await products(world);
        const perPage = world.number(3, 7);
        const page = await list(world, `?page=2&perPage=${perPage}`);
        sameIds(
          world,
          `page=2 and perPage=${perPage}`,
          page.items,
          all.slice(perPage, 2 * perPage),
        );
        world.expect.that(page.page === 2, 'page 2', `page ${page.page}`);
        const beyond = await list(world, '?page=500');
        sameIds(world, 'page=500', beyond.items, []);
      },
    ),
    requirement(
      'A wrong parameter gets 400 and is named',
      'Check every parameter before you use it: page from 1, perPage from 1 to 50, prices whole numbers from 0, sort one of the allowed names.',
      async (world) => {
        const ask = (query: string) => world.visitor().get(`/products?${query}`);
        refused(world, await ask('page=0'), 'page');
        refused(world, await ask('perPage=51'), 'perPage');
        refused(world, await ask('minPrice=cheap'), 'minPrice');
        refused(world, await ask('maxPrice=-1'), 'maxPrice');
        refused(world, await ask('sort=stock;DROP'), 'sort');
      },
    ),
    requirement(
      'A search cannot change the query',
      'Send values as parameters, also inside LIKE.',
      async (world) => {
        const all = await products(world);
        const attack = encodeURIComponent(`' OR '1'='1`);
        sameIds(
          world,
          "search=' OR '1'='1",
          (await list(world, `?search=${attack}&perPage=50`)).items,
          [],
        );
        const drop = encodeURIComponent(`'; DROP TABLE products; --`);
        await list(world, `?search=${drop}`);
        world.expect.that(
          (await list(world, '')).total === all.length,
          'all products still there',
          'another number of them',
        );
      },
    ),
    requirement(
      'POST, PATCH and DELETE need the token of the environment',
      'Compare the header Authorization: Bearer … with API_TOKEN, and answer 401 when it is not the same.',
      async (world) => {
        const json = newProduct(world);
        const visitor = world.visitor();
        world.expect.status(await visitor.post('/products', { json }), 401);
        const wrong = { authorization: `Bearer ${TOKEN}x` };
        world.expect.status(await visitor.post('/products', { json, headers: wrong }), 401);
        world.expect.status(await visitor.patch('/products/1', { json: { price: 1 } }), 401);
        world.expect.status(await visitor.delete('/products/1'), 401);
        world.expect.status(await visitor.get('/products/1'), 200);
      },
    ),
    requirement(
      'POST /products makes a product and says where it is',
      'Answer 201 with the product and a Location header with its address.',
      async (world) => {
        const json = newProduct(world);
        const visitor = world.visitor();
        const answer = await visitor.post('/products', { json, ...authorized });
        world.expect.status(answer, 201);
        world.expect.json(
          answer,
          (body: Product) => body.name === json.name && Number.isInteger(body.id),
          'the product with its id',
        );
        const { id } = answer.json as Product;
        world.expect.header(answer, 'Location', new RegExp(`/products/${id}$`));
        const found = await visitor.get(`/products/${id}`);
        world.expect.json(found, { id, ...json });
        world.notes.set('id', id);
      },
    ),
    requirement(
      'A product that is not complete is refused',
      'name and category are texts, price and stock whole numbers from 0. Take no other field over.',
      async (world) => {
        const good = newProduct(world);
        const wrong = [
          { ...good, price: -1 },
          { ...good, price: '9' },
          { ...good, name: '' },
          { name: good.name },
          [good],
        ];
        for (const json of wrong) {
          world.expect.status(
            await world.visitor().post('/products', { json, ...authorized }),
            [400, 422],
          );
        }
        const own = await world
          .visitor()
          .post('/products', { json: { ...good, id: 1 }, ...authorized });
        if (own.status === 201) {
          world.expect.json(own, (body: Product) => body.id !== 1, 'an id that the server chose');
        }
        const [first] = await products(world);
        world.expect.json(
          await world.visitor().get('/products/1'),
          first,
          'the first product, unchanged,',
        );
      },
    ),
    requirement(
      'PATCH changes one field, DELETE removes the product',
      'Answer 200 with the whole product after a change, 204 after a removal, 404 when it is not there.',
      async (world) => {
        const json = newProduct(world);
        const visitor = world.visitor();
        const answer = await visitor.post('/products', { json, ...authorized });
        world.expect.status(answer, 201);
        const made = answer.json as Product;
        const price = json.price + 1;
        const changed = await visitor.patch(`/products/${made.id}`, {
          json: { price },
          ...authorized,
        });
        world.expect.status(changed, 200);
        world.expect.json(changed, { ...made, price });
        world.expect.status(await visitor.delete(`/products/${made.id}`, authorized), 204);
        world.expect.status(await visitor.get(`/products/${made.id}`), 404);
        world.expect.status(await visitor.delete(`/products/${made.id}`, authorized), 404);
      },
    ),
    requirement(
      'What was made is still there after a restart, once',
      'Fill the table from products.json only when it is empty.',
      async (world) => {
        const before = await list(world, '');
        await world.restart();
        const after = await list(world, '');
        world.expect.that(
          after.total === before.total,
          `${before.total} products`,
          `${after.total} products`,
        );
      },
    ),
  ],
  { env: { API_TOKEN: TOKEN } },
);
