import {
  type Answer,
  requirement,
  specification,
  type Visitor,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Post {
  id: number;
  title: string;
  body: string;
  author: string;
  tags: string[];
  published: boolean;
  comments?: { name: string; text: string }[];
}

/** Signs a new author up and in. */
async function author(world: World): Promise<{ name: string; visitor: Visitor }> {
  const name = world.word();
  const json = { name, password: `${world.word()}-${world.word()}` };
  const visitor = world.visitor();
  world.expect.status(await visitor.post('/authors', { json }), 201);
  world.expect.status(await visitor.post('/login', { json }), 200);
  return { name, visitor };
}

function draft(world: World, more: Partial<Post> = {}) {
  const { word } = world;
  return {
    title: `On ${word()}`,
    body: `A text about ${word()}.`,
    tags: [word()],
    published: true,
    ...more,
  };
}

async function write(world: World, visitor: Visitor, more: Partial<Post> = {}): Promise<Post> {
  const json = draft(world, more);
  const answer = await visitor.post('/posts', { json });
  world.expect.status(answer, 201);
  world.expect.json(
    answer,
    (body: Post) => Number.isInteger(body.id) && body.title === json.title,
    'the post with its id',
  );
  return answer.json as Post;
}

async function list(world: World, query = '', visitor = world.visitor()): Promise<Post[]> {
  const answer = await visitor.get(`/posts${query}`);
  world.expect.status(answer, 200);
  world.expect.json(answer, (body: Post[]) => Array.isArray(body), 'a list of posts');
  return answer.json as Post[];
}

function sameTitles(
  world: World,
  asked: string,
  seen: readonly Post[],
  wanted: readonly Post[],
): void {
  const titles = (all: readonly Post[]) => all.map(({ title }) => title).join(', ') || 'none';
  world.expect.that(
    titles(seen) === titles(wanted),
    `the posts ${titles(wanted)} for ${asked}`,
    `the posts ${titles(seen)}`,
  );
}

const forbidden = (world: World, answer: Answer) => world.expect.status(answer, [403, 404]);

export const check = specification([
  requirement(
    'Authors sign up and log in',
    'Store a slow hash of the password. A name is taken once: 409 for the second.',
    async (world) => {
      const { name } = await author(world);
      const password = `${world.word()}-${world.word()}`;
      world.expect.status(
        await world.visitor().post('/authors', { json: { name, password } }),
        409,
      );
      world.expect.status(await world.visitor().post('/login', { json: { name, password } }), 401);
      const short = { name: world.word(), password: 'short' };
      world.expect.status(await world.visitor().post('/authors', { json: short }), [400, 422]);
    },
  ),
  requirement(
    'Only an author who is logged in writes posts',
    'Look for the author in the session, and answer 401 when there is none.',
    async (world) => {
      world.expect.status(await world.visitor().post('/posts', { json: draft(world) }), 401);
      const { name, visitor } = await author(world);
      const post = await write(world, visitor);
      const found = await world.visitor().get(`/posts/${post.id}`);
      world.expect.status(found, 200);
      world.expect.json(
        found,
        (body: Post) =>
          body.title === post.title &&
          body.author === name &&
          JSON.stringify(body.tags) === JSON.stringify(post.tags),
        `the post with its author ${name} and its tags`,
      );
    },
  ),
  requirement(
    'A post without a title, or with a wrong field, is refused',
    'Check types and lengths: a title of 1 to 200 characters, a body that is not empty, a list of texts as tags.',
    async (world) => {
      const { visitor } = await author(world);
      const good = draft(world);
      const wrong = [
        { ...good, title: ' ' },
        { ...good, title: 'x'.repeat(201) },
        { ...good, body: '' },
        { ...good, tags: 'news' },
        { ...good, tags: [1] },
        { ...good, published: 'yes' },
        [good],
      ];
      for (const json of wrong) {
        world.expect.status(await visitor.post('/posts', { json }), [400, 422]);
      }
    },
  ),
  requirement(
    'GET /posts lists the posts, the newest first, and filters by tag and author',
    'Order by id downwards. Join the table of tags for the filter.',
    async (world) => {
      const ada = await author(world);
      const bob = await author(world);
      const tag = world.word();
      const first = await write(world, ada.visitor, { tags: [tag, world.word()] });
      const second = await write(world, bob.visitor, { tags: [tag] });
      const third = await write(world, ada.visitor);
      const all = await list(world);
      sameTitles(world, 'GET /posts', all.slice(0, 3), [third, second, first]);
      sameTitles(world, `tag=${tag}`, await list(world, `?tag=${tag}`), [second, first]);
      sameTitles(world, `author=${ada.name}`, await list(world, `?author=${ada.name}`), [
        third,
        first,
      ]);
      sameTitles(world, 'an unknown tag', await list(world, `?tag=${world.word()}`), []);
    },
  ),
  requirement(
    'A draft is for its author alone',
    'Leave posts that are not published out of every list and page of others: answer 404.',
    async (world) => {
      const ada = await author(world);
      const bob = await author(world);
      const post = await write(world, ada.visitor, { published: false });
      for (const visitor of [world.visitor(), bob.visitor]) {
        world.expect.status(await visitor.get(`/posts/${post.id}`), 404);
        const seen = await list(world, `?author=${ada.name}`, visitor);
        world.expect.that(seen.length === 0, 'no draft in the list of others', 'the draft');
        world.expect.status(await visitor.get(`/blog/${post.id}`), 404);
        const index = await visitor.get('/blog');
        world.expect.noText(index, post.title, 'no draft on the page of others');
        const json = { name: world.word(), text: world.word() };
        world.expect.status(await visitor.post(`/posts/${post.id}/comments`, { json }), 404);
      }
      world.expect.status(await ada.visitor.get(`/posts/${post.id}`), 200);
      world.expect.status(
        await ada.visitor.patch(`/posts/${post.id}`, { json: { published: true } }),
        200,
      );
      world.expect.status(await bob.visitor.get(`/posts/${post.id}`), 200);
    },
  ),
  requirement(
    'Only its author changes or deletes a post',
    'Compare the author of the post with the one in the session, and answer 403.',
    async (world) => {
      const ada = await author(world);
      const bob = await author(world);
      const post = await write(world, ada.visitor);
      const json = { title: `New ${world.word()}` };
      world.expect.status(await world.visitor().patch(`/posts/${post.id}`, { json }), 401);
      forbidden(world, await bob.visitor.patch(`/posts/${post.id}`, { json }));
      world.expect.status(await world.visitor().delete(`/posts/${post.id}`), 401);
      forbidden(world, await bob.visitor.delete(`/posts/${post.id}`));
      const changed = await ada.visitor.patch(`/posts/${post.id}`, { json });
      world.expect.status(changed, 200);
      world.expect.json(
        await world.visitor().get(`/posts/${post.id}`),
        (body: Post) =>
          body.title === json.title && body.body === post.body && body.author === ada.name,
        'the post with its new title, and the rest as it was',
      );
      world.expect.status(await ada.visitor.delete(`/posts/${post.id}`), 204);
      world.expect.status(await world.visitor().get(`/posts/${post.id}`), 404);
    },
  ),
  requirement(
    'The author of a post cannot be chosen',
    'Take the author out of the session, never out of the body.',
    async (world) => {
      const ada = await author(world);
      const bob = await author(world);
      const post = await write(world, ada.visitor, { author: bob.name });
      world.expect.json(
        await world.visitor().get(`/posts/${post.id}`),
        (body: Post) => body.author === ada.name,
        `the author ${ada.name}`,
      );
    },
  ),
  requirement(
    'Everyone may comment on a published post',
    'Store name and text with the id of the post. Both are needed; a text has at most 2000 characters.',
    async (world) => {
      const { visitor } = await author(world);
      const post = await write(world, visitor);
      const comments = [
        { name: world.word(), text: `It's ${world.word()}` },
        { name: world.word(), text: world.word() },
      ];
      for (const json of comments) {
        world.expect.status(
          await world.visitor().post(`/posts/${post.id}/comments`, { json }),
          201,
        );
      }
      for (const json of [
        { name: '', text: 'x' },
        { name: 'x' },
        { name: 'x', text: 'x'.repeat(2001) },
      ]) {
        world.expect.status(
          await world.visitor().post(`/posts/${post.id}/comments`, { json }),
          [400, 422],
        );
      }
      world.expect.json(
        await world.visitor().get(`/posts/${post.id}`),
        (body: Post) =>
          JSON.stringify(body.comments?.map(({ name, text }) => ({ name, text }))) ===
          JSON.stringify(comments),
        'the two comments, the oldest first,',
      );
      world.expect.status(
        await world.visitor().post('/posts/99999/comments', { json: comments[0] }),
        404,
      );
    },
  ),
  requirement(
    'GET /blog and GET /blog/7 are pages for readers',
    'Render a template with the posts; each title in the list is a link to its page.',
    async (world) => {
      const { name, visitor } = await author(world);
      const post = await write(world, visitor);
      const index = await world.visitor().get('/blog');
      world.expect.status(index, 200);
      world.expect.header(index, 'Content-Type', /^text\/html/);
      world.expect.text(
        index,
        new RegExp(`href="/blog/${post.id}"[^>]*>\\s*${post.title}`),
        `a link to /blog/${post.id} with the title`,
      );
      const page = await world.visitor().get(`/blog/${post.id}`);
      world.expect.status(page, 200);
      for (const part of [post.title, post.body, name]) world.expect.text(page, part);
      world.expect.status(await world.visitor().get('/blog/99999'), 404);
    },
  ),
  requirement(
    'What people write stays text on the pages',
    'Let the template escape the title, the body and the comments.',
    async (world) => {
      const { visitor } = await author(world);
      const evil = `<script>alert("${world.word()}")</script>`;
      const post = await write(world, visitor, { title: `T ${evil}`, body: `B ${evil}`, tags: [] });
      await world
        .visitor()
        .post(`/posts/${post.id}/comments`, { json: { name: `N ${evil}`, text: `C ${evil}` } });
      for (const path of ['/blog', `/blog/${post.id}`]) {
        const page = await world.visitor().get(path);
        world.expect.status(page, 200);
        world.expect.noText(page, evil, 'no script of a visitor on the page');
      }
    },
  ),
  requirement(
    'Everything is still there after a restart',
    'Keep all of it in the database.',
    async (world) => {
      const { visitor } = await author(world);
      const post = await write(world, visitor);
      await world.restart();
      world.expect.status(await world.visitor().get(`/posts/${post.id}`), 200);
    },
  ),
]);
