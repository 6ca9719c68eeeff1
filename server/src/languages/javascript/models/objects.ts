import type { FrameworkModel } from '../../../engine/model';
import { at, each, sinks } from '../../specs';

/** Functions that merge objects deeply, or set a value by a path of keys. */
export const objects: FrameworkModel = {
  name: 'objects',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
  sinks: [
    ...sinks(
      'merge',
      [
        ...each('lodash.', 'merge mergeWith defaultsDeep'),
        'lodash.merge',
        'lodash/merge',
        'deepmerge',
        'merge-deep',
        'deep-extend',
        'defaults-deep',
        'jquery.extend',
      ],
      { target: at(0), source: at(1) },
    ),
    ...sinks(
      'merge',
      [
        ...each('lodash.', 'set setWith'),
        'lodash/set',
        'dot-prop.set',
        'object-path.set',
        'set-value',
      ],
      {
        target: at(0),
        key: at(1),
      },
    ),
  ],
};
