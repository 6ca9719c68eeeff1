import type { FrameworkModel } from '../../../engine/model';
import { across, at, each, sinks } from '../../specs';

const lodash = ['lodash.', 'underscore.', 'lodash-es.'];
const rest = { position: 1, rest: true };

/** Functions that merge objects deeply, or set a value by a path of keys; formats that make objects. */
export const objects: FrameworkModel = {
  name: 'objects',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
  sinks: [
    ...sinks(
      'merge',
      [
        ...across(lodash, 'merge mergeWith defaultsDeep'),
        ...each('lodash/', 'merge mergeWith defaultsDeep'),
        ...each('lodash.', 'mergewith defaultsdeep'),
        'merge-deep',
        'deep-extend',
        'defaults-deep',
        'jquery.extend',
        'extend',
        'node.extend',
        'hoek.merge',
        '@hapi/hoek.merge',
      ],
      { target: at(0), source: rest },
    ),
    ...sinks(
      'merge',
      [
        ...across(lodash, 'set setWith'),
        ...each('lodash/', 'set setWith'),
        'dot-prop.set',
        'dot-prop.setProperty',
        'object-path.set',
        'set-value',
        'dottie.set',
      ],
      { target: at(0), key: at(1) },
    ),
    // Fields of one object become fields of another: of a record, perhaps.
    ...sinks(
      'mass-assignment',
      ['Object.assign', ...across(lodash, 'extend assign assignIn')],
      { attributes: at(1) },
      { data: { orm: 'object' } },
    ),
    ...sinks(
      'deserialize',
      [
        'node-serialize.unserialize',
        'serialize-to-js.deserialize',
        'serialijse.deserialize',
        'funcster.deepDeserialize',
        'cryo.parse',
      ],
      { data: at(0) },
      { data: { format: 'javascript' } },
    ),
    // js-yaml makes functions of texts only with this schema, which since version 4 is apart.
    ...sinks(
      'deserialize',
      each('js-yaml.', 'load loadAll'),
      { data: at(0), options: at(1) },
      {
        data: { format: 'yaml' },
        where: [{ arg: at(1), path: ['schema'], symbol: ['js-yaml.DEFAULT_FULL_SCHEMA'] }],
      },
    ),
  ],
};
