import { compileModel, type FrameworkModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { cleansByName } from '../specs';
import { importPaths, namePaths } from './imports';
import { activeRecord } from './models/activeRecord';
import { core, regexp } from './models/core';
import { bcrypt, devise, digest, jwt, openssl, random } from './models/cryptography';
import { mongoid, mysql2, pg, sequel, sqlite3, unknownDatabase } from './models/databases';
import { archives, files } from './models/files';
import { httpClients } from './models/network';
import { evaluation, processes } from './models/processes';
import { actionController, actionView, logger, railsChannels, railsSettings } from './models/rails';
import { ldap, serialization, templates, xml } from './models/serialization';
import { cgi, hanami, roda, webrick } from './models/servers';
import { grape, lambda, rack, rackCors, sinatra } from './models/sinatra';

const models: readonly FrameworkModel[] = [
  core,
  regexp,
  processes,
  evaluation,
  files,
  archives,
  httpClients,
  activeRecord,
  pg,
  mysql2,
  sqlite3,
  sequel,
  mongoid,
  unknownDatabase,
  actionController,
  actionView,
  railsSettings,
  railsChannels,
  logger,
  sinatra,
  grape,
  lambda,
  hanami,
  roda,
  webrick,
  cgi,
  rack,
  rackCors,
  serialization,
  xml,
  templates,
  ldap,
  digest,
  openssl,
  bcrypt,
  random,
  jwt,
  devise,
];

/** First names of the symbols that models use: constants and functions that need no import. */
const roots = new Set(
  models.flatMap((model) =>
    [
      ...Object.keys(model.types ?? {}),
      ...(model.sources ?? []).map((source) => source.symbol),
      ...(model.entryPoints ?? []).map((entry) => (entry.by === 'registration' ? entry.call : '')),
      ...(model.sinks ?? []).map(({ at }) =>
        'call' in at ? at.call : 'assign' in at ? at.assign : '',
      ),
      ...(model.calls ?? []).map((spec) => spec.call),
    ].flatMap((symbol) => (symbol.startsWith('*.') ? [] : (/^[^.#(]+/.exec(symbol)?.[0] ?? []))),
  ),
);

/** Names of classes that are no models, by how they end. */
const otherClass =
  /(?:Controller|Helper|Job|Mailer|Worker|Service|Serializer|Policy|Error|Exception|Test|Spec|Module|Concern|Base|Client|Channel|Middleware|Decorator|Presenter|Validator|Form|Query|Util|Utils)$/;

/** Classes and modules of Ruby and of libraries, of which no model says anything. */
const libraries = new Set(
  (
    'BasicObject Object Module Class Comparable Enumerable Enumerator Range Struct Data OpenStruct Proc ' +
    'Method Thread Mutex Queue Fiber Ractor Time Date DateTime Signal Symbol Integer Float Rational ' +
    'Complex Numeric Math Random Timeout Benchmark Singleton Forwardable Observable SimpleDelegator ' +
    'Delegator ObjectSpace Etc Socket Monitor Set SortedSet Bundler Gem Rake Minitest Rails ' +
    'ActiveSupport ActiveModel ActionMailer ActionView ActionCable ActiveJob ActiveStorage Sidekiq ' +
    'Resque Redis Aws Stripe Faker FactoryBot Capybara Sentry Warden OmniAuth Pundit CanCan Mail Money ' +
    'Geocoder Kaminari Sprockets Puma Thor Dry Concurrent Zeitwerk Dalli ' +
    'Elasticsearch Searchkick Twilio Octokit Prawn Roo Axlsx MiniMagick Vips Ripper Readline Reline'
  ).split(' '),
);

/** Rails loads classes by name: one that nothing declares is taken for a model. */
function globalSymbol(name: string): string | undefined {
  if (roots.has(name)) return name;
  if (name === 'ApplicationRecord') return 'Model';
  if (name.endsWith('Controller') || libraries.has(name)) return name;
  return /^[A-Z]\w*[a-z]/.test(name) && !otherClass.test(name) ? 'Model' : undefined;
}

const language: LanguageModel = {
  models,
  moduleSymbol: (source) => source,
  receiver: 'this',
  receiverNames: ['self'],
  implicitReceiver: true,
  readsCall: /^[a-z_]/,
  callMethods: { call: 0, yield: 0 },
  parentNames: ['super'],
  constructors: ['initialize'],
  assignmentDeclares: false,
  exportsEverything: true,
  exportObjects: [],
  globals: [],
  globalSymbol,
  importPaths,
  namePaths,
  harmlessTypes: /^(?:Integer|Float|Numeric|TrueClass|FalseClass|Date|Time)$/,
  cleansByName,
  sensitiveName,
};

export const rubyModel = compileModel(language);
