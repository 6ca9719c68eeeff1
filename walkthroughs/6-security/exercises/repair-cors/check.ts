import { requirement, specification } from '../../../../client/src/exercises/http/specification';

const friends = ['https://shop.example', 'https://admin.shop.example'];

export const check = specification([
  requirement(
    'The two websites read answers, with cookies',
    'Each website needs its own name there: send back its origin, from your list, and Allow-Credentials. A * is refused by browsers when cookies are sent.',
    async ({ visitor, expect }) => {
      for (const origin of friends) {
        const answer = await visitor().get('/account', { headers: { origin } });
        expect.status(answer, 200);
        expect.header(answer, 'Access-Control-Allow-Origin', origin);
        expect.header(answer, 'Access-Control-Allow-Credentials', 'true');
        expect.json(
          answer,
          (account: { name?: string }) => account.name === 'Ada',
          'the account of Ada',
        );
      }
    },
  ),
  requirement(
    'The two websites may send PUT with JSON',
    'Answer OPTIONS with 200 or 204, and name the method PUT and the header Content-Type.',
    async ({ visitor, expect, word }) => {
      for (const origin of friends) {
        const question = await visitor().request('OPTIONS', '/account', {
          headers: {
            origin,
            'access-control-request-method': 'PUT',
            'access-control-request-headers': 'content-type',
          },
        });
        expect.status(question, [200, 204]);
        expect.header(question, 'Access-Control-Allow-Origin', origin);
        expect.header(question, 'Access-Control-Allow-Credentials', 'true');
        expect.header(question, 'Access-Control-Allow-Methods', /\bPUT\b/i);
        expect.header(question, 'Access-Control-Allow-Headers', /\bcontent-type\b/i);
        const address = `${word()} 7`;
        const answer = await visitor().put('/account', { json: { address }, headers: { origin } });
        expect.status(answer, 200);
        expect.header(answer, 'Access-Control-Allow-Origin', origin);
        expect.json(
          answer,
          (account: { address?: string }) => account.address === address,
          'the new address',
        );
      }
    },
  ),
  requirement(
    'Other websites read nothing',
    'Send the header only for an origin of the list.',
    async ({ visitor, expect, word }) => {
      for (const origin of [`https://${word()}.example`, 'https://evil.example', 'null']) {
        for (const method of ['GET', 'OPTIONS']) {
          const answer = await visitor().request(method, '/account', {
            headers: {
              origin,
              ...(method === 'OPTIONS' && { 'access-control-request-method': 'PUT' }),
            },
          });
          const named = answer.headers['access-control-allow-origin'] ?? 'no origin';
          expect.that(
            named !== origin && named !== '*',
            `no Access-Control-Allow-Origin for the origin ${origin}`,
            named,
          );
        }
      }
    },
  ),
  requirement(
    'Origins that look alike are refused',
    'Compare the whole origin with each of the list: scheme, host and port.',
    async ({ visitor, expect, word }) => {
      const alike = [
        'https://evilshop.example',
        `https://${word()}.shop.example`,
        'https://shop.example.evil.test',
        'https://shopXexample',
        'http://shop.example',
        'https://shop.example:8443',
        'https://admin.shop.example.evil.test',
        'https://evil.test/https://shop.example',
      ];
      for (const origin of alike) {
        const answer = await visitor().get('/account', { headers: { origin } });
        const named = answer.headers['access-control-allow-origin'] ?? 'no origin';
        expect.that(
          named !== origin && named !== '*',
          `no Access-Control-Allow-Origin for the origin ${origin}`,
          named,
        );
      }
    },
  ),
  requirement(
    'Caches are told',
    'Send Vary: Origin wherever Access-Control-Allow-Origin depends on the origin.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get('/account', {
        headers: { origin: 'https://shop.example' },
      });
      expect.header(answer, 'Vary', /\borigin\b/i);
    },
  ),
  requirement(
    'A request without an origin is answered as before',
    'CORS is for browsers. Answer a request without the header Origin as usual.',
    async ({ visitor, expect }) => {
      const answer = await visitor().get('/account');
      expect.status(answer, 200);
      expect.json(
        answer,
        (account: { name?: string }) => account.name === 'Ada',
        'the account of Ada',
      );
    },
  ),
]);
