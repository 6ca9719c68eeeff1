import type { FrameworkModel } from '../../../engine/model';
import { at, checks, cleans, each, gives } from '../../specs';

/** Libraries that check or shape data: what they let through has the form that they say. */
export const validation: FrameworkModel = {
  name: 'validation',
  doc: 'https://github.com/validatorjs/validator.js#validators',
  calls: [
    ...cleans([
      ...each('validator.', 'toInt toFloat toDate toBoolean'),
      ...each('lodash.', 'toInteger toNumber toSafeInteger parseInt clamp size'),
    ]),
    ...gives(
      'propagate',
      each('lodash.', 'get pick omit trim toString merge defaults cloneDeep template'),
    ),
  ],
  checks: [
    ...checks(
      each(
        'validator.',
        'isInt isNumeric isUUID isAlphanumeric isAlpha isMongoId isHexadecimal isBoolean isDate isIn isPort isIP',
      ),
      at(0),
    ),
    ...checks(['validator.isEmail', 'validator.isURL'], at(0), { cleans: ['command', 'ldap'] }),
    ...checks(
      [
        'mongoose.Types.ObjectId.isValid',
        'mongoose.isValidObjectId',
        'mongodb.ObjectId.isValid',
        'uuid.validate',
      ],
      at(0),
    ),
  ],
};
