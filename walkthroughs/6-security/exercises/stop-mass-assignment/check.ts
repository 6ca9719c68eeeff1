import { requirement, specification } from '../../../../client/src/exercises/http/specification';

type Profile = Record<string, unknown>;

export const check = specification([
  requirement(
    'A member changes the own name and city',
    'Take name and city from the body, and answer with the whole profile.',
    async ({ visitor, expect, word }) => {
      const [name, city] = [word(), word()];
      const answer = await visitor().patch('/profile', { json: { name, city } });
      expect.status(answer, 200);
      expect.json(
        answer,
        (profile: Profile) => profile.name === name && profile.city === city,
        'the new name and city',
      );
      expect.json(
        await visitor().get('/profile'),
        (profile: Profile) => profile.name === name && profile.city === city && profile.id === 1,
        'the changed profile',
      );
    },
  ),
  requirement(
    'A field that is not sent stays as it was',
    'Change a field only when the body has it.',
    async ({ visitor, expect, word }) => {
      const [name, city] = [word(), word()];
      await visitor().patch('/profile', { json: { name, city: 'Oslo' } });
      await visitor().patch('/profile', { json: { city } });
      expect.json(
        await visitor().get('/profile'),
        (profile: Profile) => profile.name === name && profile.city === city,
        `the old name ${name} and the new city ${city}`,
      );
    },
  ),
  requirement(
    'Nobody makes oneself an admin',
    'Take only name and city from the body.',
    async ({ visitor, expect }) => {
      const answer = await visitor().patch('/profile', { json: { city: 'Oslo', role: 'admin' } });
      expect.status(answer, [200, 400, 422]);
      expect.json(
        await visitor().get('/profile'),
        (profile: Profile) => profile.role === 'member',
        'the role "member"',
      );
    },
  ),
  requirement(
    'No other field can be set',
    'A list of forbidden fields is never complete. Make a list of the allowed ones.',
    async ({ visitor, expect, word, number }) => {
      const field = word();
      for (const json of [
        { credit: number(1000, 90_000) },
        { id: number(2, 99) },
        { [field]: true },
        { name: 'Ada', Role: 'admin', isAdmin: true, credit: 5 },
      ]) {
        const answer = await visitor().patch('/profile', { json });
        expect.status(answer, [200, 400, 422]);
        expect.json(
          await visitor().get('/profile'),
          (profile: Profile) =>
            profile.credit === 0 &&
            profile.id === 1 &&
            profile.role === 'member' &&
            Object.keys(profile).sort().join() === 'city,credit,id,name,role',
          `an unchanged id, role and credit, and no new field, after ${JSON.stringify(json)}`,
        );
      }
    },
  ),
  requirement(
    'Name and city are texts',
    'Look at the type of the value before you take it over.',
    async ({ visitor, expect }) => {
      await visitor().patch('/profile', { json: { name: 'Ada' } });
      const answer = await visitor().patch('/profile', { json: { name: { first: 'Ada' } } });
      expect.status(answer, [200, 400, 422]);
      expect.json(
        await visitor().get('/profile'),
        (profile: Profile) => profile.name === 'Ada',
        'the name "Ada" as before',
      );
    },
  ),
]);
