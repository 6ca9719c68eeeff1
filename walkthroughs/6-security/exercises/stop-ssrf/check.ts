import {
  type Listener,
  requirement,
  specification,
  type World,
} from '../../../../client/src/exercises/http/specification';

interface Places {
  readonly partner: Listener;
  readonly second: Listener;
  /** A server that only the shop's own computers should reach. */
  readonly inner: Listener;
}

const placesOf = ({ notes }: World) => notes.get('places') as Places;
const secretOf = ({ notes }: World) => String(notes.get('secret'));

function preview({ visitor }: World, url: string) {
  return visitor().get(`/preview?url=${encodeURIComponent(url)}`);
}

/** Nothing inside may be asked, and nothing of it shown. */
async function refused(world: World, urls: string[], allowed = [400]) {
  const { inner } = placesOf(world);
  for (const url of urls) {
    const before = inner.requests.length;
    const answer = await preview(world, url);
    world.expect.noText(
      answer,
      secretOf(world),
      `nothing from the inner server for the address ${url}`,
    );
    world.expect.that(
      inner.requests.length === before,
      `no request to the inner server for the address ${url}`,
      'a request',
    );
    world.expect.that(
      allowed.includes(answer.status),
      `status ${allowed.join(' or ')} for the address ${url}`,
      `status ${answer.status}`,
    );
  }
}

export const check = specification(
  [
    requirement(
      "A partner's page is shown",
      'Fetch addresses whose origin is in PARTNERS, with their path and query, as before.',
      async (world) => {
        const { partner, second } = placesOf(world);
        for (const base of [partner.url, second.url]) {
          const title = world.word();
          const answer = await preview(world, `${base}/books?title=${title}`);
          world.expect.status(answer, 200);
          world.expect.json(answer, { title });
        }
        world.expect.status(await preview(world, `${partner.url}/missing`), 502);
      },
    ),
    requirement(
      'The inner server is not asked',
      'Compare the origin of the address, after it was taken apart, with each of PARTNERS.',
      async (world) => {
        const { inner } = placesOf(world);
        await refused(world, [
          `${inner.url}/keys`,
          inner.url,
          inner.url.replace('127.0.0.1', 'localhost'),
          inner.url.replace('http:', 'HTTP:'),
        ]);
      },
    ),
    requirement(
      "A partner's name somewhere in the address is not enough",
      'Compare the origin, not the text: a name can stand in the path, in the query or before an @.',
      async (world) => {
        const { inner, partner } = placesOf(world);
        const host = inner.url.replace('http://', '');
        await refused(world, [
          `${inner.url}/keys?from=${partner.url}`,
          `${inner.url}/${partner.url}`,
          `${inner.url}/keys#${partner.url}`,
          `${partner.url}@${host}/keys`,
          `${partner.url.replace('http://', 'http://x:')}@${host}/keys`,
        ]);
      },
    ),
    requirement(
      'What is no address of a partner is refused',
      'Answer 400 when the text cannot be taken apart, and for every scheme, host and port that is not in the list.',
      async (world) => {
        const { partner } = placesOf(world);
        await refused(world, [
          'file:///etc/hosts',
          'not an address',
          '',
          '//',
          'http://',
          partner.url.replace('http:', 'https:'),
          'http://127.0.0.1:1/',
          'gopher://127.0.0.1:1/',
        ]);
      },
    ),
    requirement(
      'A redirect is not followed',
      'Tell the client not to follow redirects: the next address was never compared.',
      async (world) => {
        const { partner, inner } = placesOf(world);
        await refused(
          world,
          [`${partner.url}/moved?to=${encodeURIComponent(`${inner.url}/keys`)}`],
          [400, 502],
        );
      },
    ),
  ],
  {
    before: async ({ listen, notes, word }) => {
      const secret = word() + word();
      const page = ({ path }: { path: string }) => {
        const url = new URL(path, 'http://partner.example');
        if (url.pathname === '/moved')
          return { status: 302, headers: { location: url.searchParams.get('to') ?? '/' } };
        if (url.pathname !== '/books') return { status: 404, body: 'There is no such page.' };
        const title = url.searchParams.get('title') ?? '';
        return {
          headers: { 'content-type': 'text/html' },
          body: `<!doctype html><title>${title}</title><h1>Books</h1>`,
        };
      };
      const places: Places = {
        partner: await listen(page),
        second: await listen(page),
        inner: await listen(() => ({
          headers: { 'content-type': 'text/html' },
          body: `<title>${secret}</title>`,
        })),
      };
      notes.set('places', places);
      notes.set('secret', secret);
      return { PARTNERS: `${places.partner.url},${places.second.url}` };
    },
  },
);
