import { compileModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { cleansByName } from '../specs';
import { importPaths } from './imports';
import { fastapi, starlette } from './models/asgi';
import { aiohttpServer, bottle, pyramid, tornado } from './models/asyncServers';
import { builtins } from './models/builtins';
import { ciphersAndKeys, hashes, passwords, random } from './models/crypto';
import {
  asyncpg,
  moreDatabases,
  mysqlDrivers,
  otherDrivers,
  pg8000Driver,
  psycopg,
  sqlalchemy,
  sqlite3,
  unknownDatabase,
} from './models/databases';
import { django, djangoOrm, djangoRest, djangoSettings } from './models/django';
import { files } from './models/files';
import { cookies, flask, responseHeaders } from './models/flask';
import {
  flaskCors,
  flaskHardening,
  flaskLogin,
  flaskRestful,
  flaskWtf,
} from './models/flaskExtensions';
import {
  aiohttpClient,
  connections,
  httpx,
  requestsLibrary,
  serviceClients,
  ssl,
  urllib,
} from './models/httpClients';
import { ldap } from './models/ldap';
import { logging, regularExpressions } from './models/logging';
import { aws, mongo } from './models/mongo';
import { cherrypy, falcon, litestar, quart, sanic, webpy, werkzeug } from './models/moreServers';
import { processes, reflection, remoteProcesses } from './models/processes';
import { serialization } from './models/serialization';
import { celery, commandLine, graphql, twilio, webSockets } from './models/services';
import { templates } from './models/templates';
import { tokens } from './models/tokens';
import { xml } from './models/xml';

/** Built-in names that a model says something of. */
const globals =
  'input raw_input exit quit int float bool complex len isinstance issubclass hasattr callable abs round divmod hash id ord sum hex oct bin any all str repr ascii bytes bytearray format list tuple dict sorted reversed set frozenset enumerate zip filter next iter open file eval exec execfile compile getattr setattr delattr __import__ globals locals vars';

const language: LanguageModel = {
  models: [
    builtins,
    flask,
    flaskCors,
    flaskWtf,
    flaskLogin,
    flaskHardening,
    flaskRestful,
    cookies,
    responseHeaders,
    django,
    djangoOrm,
    djangoRest,
    djangoSettings,
    starlette,
    fastapi,
    aiohttpServer,
    tornado,
    pyramid,
    bottle,
    quart,
    werkzeug,
    sanic,
    cherrypy,
    webpy,
    falcon,
    litestar,
    webSockets,
    graphql,
    celery,
    commandLine,
    twilio,
    sqlite3,
    psycopg,
    asyncpg,
    pg8000Driver,
    mysqlDrivers,
    otherDrivers,
    moreDatabases,
    sqlalchemy,
    unknownDatabase,
    mongo,
    aws,
    processes,
    remoteProcesses,
    reflection,
    serialization,
    files,
    requestsLibrary,
    httpx,
    aiohttpClient,
    urllib,
    ssl,
    serviceClients,
    connections,
    xml,
    templates,
    ldap,
    tokens,
    hashes,
    passwords,
    ciphersAndKeys,
    random,
    logging,
    regularExpressions,
  ],
  importCall: '__import__',
  importPaths,
  moduleSymbol: (source) => source,
  receiver: 'first-parameter',
  receiverNames: ['self'],
  implicitReceiver: false,
  constructors: ['__init__'],
  forms:
    /^(?:abspath|realpath|normpath|normcase|resolve|absolute|expanduser|strip|lstrip|rstrip|lower|upper|casefold|decode|encode|str|fspath)$/,
  harmlessTypes:
    /^(?:int|float|bool|complex|(?:uuid\.)?UUID|(?:datetime\.)?(?:datetime|date|time)|(?:decimal\.)?Decimal)$/,
  assignmentDeclares: true,
  exportsEverything: true,
  exportObjects: [],
  globals: globals.split(' '),
  cleansByName,
  sensitiveName,
};

export const pythonModel = compileModel(language);
