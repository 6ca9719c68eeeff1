import { compileModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { importPaths, namePaths } from './imports';
import { cryptography, tls } from './models/crypto';
import { directory } from './models/directory';
import { encoders } from './models/encoders';
import { files } from './models/files';
import { httpClients } from './models/http';
import { jaxrs } from './models/jaxrs';
import { jdbc, mybatis, persistence, springJdbc } from './models/jdbc';
import { javaLanguage } from './models/language';
import { logging } from './models/logging';
import { processes } from './models/processes';
import { scripting } from './models/scripting';
import { serialization } from './models/serialization';
import { servlet } from './models/servlet';
import { springSecurity, springWeb } from './models/spring';
import { tokens } from './models/tokens';
import { xmlParsers, xpath } from './models/xml';

/** Types of `java.lang`, which need no import. */
const languageTypes =
  /^(?:Boolean|Byte|Character|Class|ClassLoader|Double|Float|Integer|Iterable|Long|Math|Object|Process|ProcessBuilder|Runtime|Short|String|StringBuffer|StringBuilder|System|Thread)$/;

/** First parts of package names, which stand in full names. */
const packageRoots = /^(?:java|javax|org|com|net|io|ognl|groovy|freemarker|okhttp3|bsh)$/;

const language: LanguageModel = {
  models: [
    javaLanguage,
    servlet,
    jaxrs,
    springWeb,
    springSecurity,
    jdbc,
    springJdbc,
    persistence,
    mybatis,
    files,
    processes,
    cryptography,
    tls,
    xmlParsers,
    xpath,
    directory,
    serialization,
    scripting,
    tokens,
    encoders,
    httpClients,
    logging,
  ],
  // The packages that Jakarta EE took over have the same content under both names.
  moduleSymbol: (source) => source.replace(/^jakarta\b/, 'javax'),
  receiver: 'this',
  receiverNames: ['this'],
  parentNames: ['super'],
  callMethods: { apply: 0, accept: 0, get: 0, run: 0, call: 0, test: 0, applyAsInt: 0 },
  implicitReceiver: true,
  constructors: ['constructor'],
  assignmentDeclares: false,
  exportsEverything: true,
  exportObjects: [],
  globals: [],
  globalSymbol: (name) => {
    if (languageTypes.test(name)) return `java.lang.${name}`;
    if (name === 'jakarta') return 'javax';
    return packageRoots.test(name) ? name : undefined;
  },
  importPaths,
  namePaths,
  harmlessTypes:
    /^(?:byte|short|int|long|char|float|double|boolean|void|Byte|Short|Integer|Long|Character|Float|Double|Boolean|Number|UUID|Big(?:Decimal|Integer)|Date|Local(?:Date|Time|DateTime)|Instant|ZonedDateTime|OffsetDateTime|Duration|Timestamp|Locale|TimeZone|Principal|Pageable)$/,
  sensitiveName,
};

export const javaModel = compileModel(language);
