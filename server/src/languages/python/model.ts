import { compileModel, type LanguageModel } from '../../engine/model';
import { passwordName } from '../sensitiveNames';
import { builtins } from './models/builtins';
import { psycopg, sqlite3, unknownDatabase } from './models/databases';
import { django } from './models/django';
import { flask, flaskCors, responseHeaders } from './models/flask';
import { passwords } from './models/passwords';

const language: LanguageModel = {
  models: [
    builtins,
    flask,
    flaskCors,
    responseHeaders,
    django,
    sqlite3,
    psycopg,
    unknownDatabase,
    passwords,
  ],
  moduleSymbol: (source) => source,
  receiver: 'first-parameter',
  receiverNames: ['self'],
  implicitReceiver: false,
  constructors: ['__init__'],
  harmlessTypes:
    /^(?:int|float|bool|complex|(?:uuid\.)?UUID|(?:datetime\.)?(?:datetime|date|time)|(?:decimal\.)?Decimal)$/,
  assignmentDeclares: true,
  exportsEverything: true,
  exportObjects: [],
  globals: [
    'input',
    'exit',
    'quit',
    'int',
    'float',
    'bool',
    'len',
    'isinstance',
    'abs',
    'round',
    'hash',
    'id',
    'ord',
    'str',
    'repr',
    'bytes',
    'list',
    'tuple',
    'dict',
    'sorted',
    'set',
    'frozenset',
  ],
  sensitiveName: passwordName,
};

export const pythonModel = compileModel(language);
