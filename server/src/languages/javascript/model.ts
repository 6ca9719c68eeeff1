import { compileModel, type LanguageModel } from '../../engine/model';
import { sensitiveName } from '../sensitiveNames';
import { importPaths } from './imports';
import { builtins } from './models/builtins';
import { betterSqlite3, mysql2, pg, sqlite3, unknownDatabase } from './models/databases';
import { cors, express } from './models/express';
import { passwords } from './models/passwords';

const language: LanguageModel = {
  models: [builtins, express, cors, pg, mysql2, betterSqlite3, sqlite3, unknownDatabase, passwords],
  importCall: 'require',
  importPaths,
  moduleSymbol: (source) => source.replace(/^node:/, ''),
  receiver: 'this',
  receiverNames: ['this'],
  implicitReceiver: false,
  constructors: ['constructor'],
  harmlessTypes: /^(?:number|boolean|bigint|Date)$/,
  assignmentDeclares: false,
  exportsEverything: false,
  exportObjects: ['exports', 'module.exports'],
  globals: [
    'require',
    'process',
    'Number',
    'parseInt',
    'parseFloat',
    'Boolean',
    'BigInt',
    'isNaN',
    'isFinite',
    'Array',
    'Date',
    'Math',
    'String',
    'JSON',
    'Object',
    'Buffer',
    'Promise',
    'Set',
    'Map',
    'structuredClone',
    'decodeURIComponent',
  ],
  sensitiveName,
};

export const javascriptModel = compileModel(language);
