import type { FrameworkModel } from '../../../engine/model';
import { across, at, checks, cleans, each, gives, instances } from '../../specs';

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

/** Kinds at which only an object with keys of its own choice does harm; a schema fixes the keys. */
const shapes = ['nosql-query', 'mass-assignment', 'merge', 'reflection'];

const schema = 'schema.Schema#';
const closed = 'schema.Closed#';
const libraries = ['zod.', 'zod.z.', 'zod.default.', 'joi.', '@hapi/joi.', 'yup.'];
const closedNames =
  'enum nativeEnum number int boolean bool literal date bigint uuid guid cuid cuid2 ulid nanoid datetime ip valid oneOf';

/**
 * Schemas: Zod, Joi, Yup. What they give back has the keys that they name; a schema of numbers or of
 * fixed texts (`closed`) lets nothing else through.
 */
export const schemas: FrameworkModel = {
  name: 'schemas',
  doc: 'https://zod.dev/basics',
  types: {
    ...instances(
      schema,
      across(
        libraries,
        'object string array record tuple union any unknown map set strictObject looseObject discriminatedUnion intersection lazy alternatives binary mixed',
      ).map((of) => `${of}()`),
    ),
    ...instances(
      closed,
      [
        ...across(libraries, `${closedNames} coerce.number coerce.date coerce.boolean`),
        ...each(schema, closedNames),
      ].map((of) => `${of}()`),
    ),
  },
  // What is chained on keeps what the schema lets through.
  typePatterns: [
    { symbol: /^schema\.Schema#(?!(?:safe)?parse|spa$|validate|cast)\w+\(\)$/i, type: schema },
    { symbol: /^schema\.Closed#(?!(?:safe)?parse|spa$|validate|cast)\w+\(\)$/i, type: closed },
  ],
  calls: [
    ...cleans(
      each(
        schema,
        'parse safeParse parseAsync safeParseAsync validate validateAsync validateSync cast',
      ),
      shapes,
    ),
    ...cleans(
      each(
        closed,
        'parse safeParse parseAsync safeParseAsync validate validateAsync validateSync cast',
      ),
    ),
    ...cleans(['express-validator.matchedData'], shapes),
  ],
};
