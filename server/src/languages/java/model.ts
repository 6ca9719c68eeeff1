import { compileModel, type FrameworkModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { cleansByName } from '../specs';
import { importPaths, namePaths } from './imports';
import { credentials } from './models/credentials';
import { cryptography, tls } from './models/crypto';
import { directory } from './models/directory';
import { encoders } from './models/encoders';
import { files } from './models/files';
import { httpClients } from './models/http';
import { jaxrs } from './models/jaxrs';
import { jdbc, mybatis, persistence, springJdbc, vertx } from './models/jdbc';
import { lambda } from './models/lambda';
import { javaLanguage } from './models/language';
import { logging } from './models/logging';
import { mongodb } from './models/mongodb';
import { processes } from './models/processes';
import { scripting } from './models/scripting';
import { serialization } from './models/serialization';
import { servlet } from './models/servlet';
import { springSecurity, springWeb } from './models/spring';
import { tokens } from './models/tokens';
import { webFrameworks } from './models/webFrameworks';
import { xmlParsers, xpath } from './models/xml';

/** Types of `java.lang`, which need no import. */
const languageTypes =
  /^(?:Boolean|Byte|Character|Class|ClassLoader|Double|Float|Integer|Iterable|Long|Math|Object|Process|ProcessBuilder|Runtime|Short|String|StringBuffer|StringBuilder|System|Thread)$/;

/** First parts of package names, which stand in full names. */
const packageRoots =
  /^(?:java|javax|org|com|net|io|ognl|groovy|freemarker|okhttp3|bsh|kong|play|spark|retrofit2|feign|flexjson|nu)$/;

const models: readonly FrameworkModel[] = [
  javaLanguage,
  servlet,
  jaxrs,
  springWeb,
  springSecurity,
  jdbc,
  springJdbc,
  persistence,
  mybatis,
  vertx,
  mongodb,
  lambda,
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
  webFrameworks,
  credentials,
];

/** Packages that have the same content under two names, as those that Jakarta EE took over. */
const renamed: readonly (readonly [old: RegExp, now: string])[] = [
  [/^jakarta\b/, 'javax'],
  [/^com\.mashape\.unirest\.http\b/, 'kong.unirest'],
  [/^kong\.unirest\.core\b/, 'kong.unirest'],
  [/^org\.apache\.commons\.lang\b/, 'org.apache.commons.lang3'],
  [/^org\.jdom\b/, 'org.jdom2'],
  [/^org\.apache\.commons\.digester\b/, 'org.apache.commons.digester3'],
];

function currentName(symbol: string): string {
  return renamed.reduce((name, [old, now]) => name.replace(old, now), symbol);
}

/** Packages whose classes have names that others have too, or that anybody gives a class. */
const needsImport =
  /^(?:org\.apache\.hc|org\.apache\.commons\.(?:mail2|fileupload2)|net\.schmizz|nu\.xom|spark|play|io\.javalin|com\.ql|org\.mozilla|org\.graalvm|com\.github\.jknack|org\.stringtemplate|org\.apache\.http\.client\.fluent|com\.google\.common\.io)\.|^javax\.ws\.rs\.core\.Request$|^javax\.mail\.PasswordAuthentication$|^org\.apache\.commons\.httpclient\.UsernamePasswordCredentials$|^org\.springframework\.util\.(?:Digest|String|Serialization)Utils$/;

/** Class names that only one package of the models has, for code whose imports are not written yet. */
const simpleNames = simpleNamesOf(models);

function simpleNamesOf(of: readonly FrameworkModel[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  const add = (symbol: string) => {
    const name = /^((?:[a-z]\w*\.)+([A-Z]\w*))/.exec(symbol);
    if (!name) return;
    const full = currentName(name[1] ?? '');
    const simple = name[2] ?? '';
    if (needsImport.test(full)) return;
    const known = found.get(simple);
    found.set(simple, found.has(simple) && known !== full ? undefined : full);
  };
  for (const model of of) {
    for (const symbol of Object.keys(model.types ?? {})) add(symbol);
    for (const { symbol } of model.sources ?? []) add(symbol);
    for (const { call } of model.calls ?? []) add(call);
    for (const { at } of model.sinks ?? []) {
      if ('call' in at) add(at.call);
      else if ('decorator' in at) add(at.decorator);
    }
    for (const entry of model.entryPoints ?? []) {
      if (entry.by === 'decorator' || entry.by === 'param-decorator') add(entry.decorator);
      else if (entry.by === 'method') add(entry.of);
    }
  }
  const unique = new Map<string, string>();
  for (const [simple, full] of found) if (full !== undefined) unique.set(simple, full);
  return unique;
}

const language: LanguageModel = {
  models,
  moduleSymbol: currentName,
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
    return packageRoots.test(name) ? name : simpleNames.get(name);
  },
  forms:
    /^(?:get(?:Canonical|Absolute)(?:Path|File)|getPath|toPath|toFile|toRealPath|toAbsolutePath|normalize|toString|trim|strip|toLowerCase|toUpperCase)$/,
  importPaths,
  fullNames: /^(?:[a-z]\w*\.)+[A-Z]\w*$/,
  namePaths,
  harmlessTypes:
    /^(?:byte|short|int|long|char|float|double|boolean|void|Byte|Short|Integer|Long|Character|Float|Double|Boolean|Number|UUID|Big(?:Decimal|Integer)|Date|Local(?:Date|Time|DateTime)|Instant|ZonedDateTime|OffsetDateTime|Duration|Timestamp|Locale|TimeZone|Principal|Pageable)$/,
  cleansByName,
  sensitiveName: (identifier) => sensitiveName(identifier.replace(/^get(?=[A-Z])/, '')),
};

export const javaModel = compileModel(language);
