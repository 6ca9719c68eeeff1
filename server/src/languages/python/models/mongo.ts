import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, kw, sinks } from '../../specs';
import { is } from './spec';

const collection = 'pymongo.Collection#';
const filtered = each(
  collection,
  'find find_one find_one_and_delete find_one_and_replace find_one_and_update count_documents delete_one delete_many update_one update_many replace_one distinct find_raw_batches remove update count',
);
const unknownFiltered = each(
  '*.',
  'find_one find_one_and_delete find_one_and_replace find_one_and_update count_documents delete_one delete_many update_one update_many replace_one',
);

/** MongoDB: PyMongo, Motor, MongoEngine; DynamoDB's filters stand with boto3. */
export const mongo: FrameworkModel = {
  name: 'pymongo',
  doc: 'https://pymongo.readthedocs.io/en/stable/api/pymongo/collection.html',
  types: {
    ...instances('pymongo.MongoClient#', [
      'pymongo.MongoClient()',
      'pymongo.mongo_client.MongoClient()',
      'pymongo.AsyncMongoClient()',
      'motor.motor_asyncio.AsyncIOMotorClient()',
      'motor.motor_tornado.MotorClient()',
      'motor.MotorClient()',
    ]),
    ...instances('pymongo.Database#', [
      'pymongo.MongoClient#get_database()',
      'pymongo.MongoClient#get_default_database()',
      'flask_pymongo.PyMongo().db',
    ]),
    'pymongo.Database#get_collection()': collection,
    'pymongo.collection.Collection()': collection,
  },
  typePatterns: [
    { symbol: /^pymongo\.MongoClient#\w+$/, type: 'pymongo.Database#' },
    { symbol: /^pymongo\.Database#(?!command$|get_collection$)\w+$/, type: collection },
  ],
  sinks: [
    ...sinks('nosql-query', filtered, { query: at(0, 'filter') }, { data: { form: 'filter' } }),
    ...sinks(
      'nosql-query',
      unknownFiltered,
      { query: at(0, 'filter') },
      { data: { form: 'filter' } },
    ),
    ...sinks(
      'nosql-query',
      [`${collection}aggregate`, '*.aggregate'],
      { query: at(0, 'pipeline') },
      {
        data: { form: 'pipeline' },
      },
    ),
    ...sinks(
      'nosql-query',
      [`${collection}map_reduce`, 'bson.code.Code', 'bson.Code'],
      { query: at(0) },
      {
        data: { form: 'code' },
      },
    ),
    ...sinks(
      'nosql-query',
      ['pymongo.Database#command', 'pymongo.Database#eval'],
      { query: at(0) },
      {
        data: { form: 'code' },
      },
    ),
    ...sinks('nosql-query', ['*.objects'], { query: kw('__raw__') }, { data: { form: 'filter' } }),
    ...sinks(
      'password-record',
      [`${collection}insert_one`],
      { password: at(0, 'document') },
      {
        data: { framework: 'pymongo' },
      },
    ),
    ...sinks(
      'secret',
      ['pymongo.MongoClient', 'motor.motor_asyncio.AsyncIOMotorClient'],
      {
        value: kw('password'),
      },
      { data: { of: 'database' } },
    ),
    ...['tlsAllowInvalidCertificates', 'tlsAllowInvalidHostnames', 'tlsInsecure'].flatMap((name) =>
      sinks(
        'tls-off',
        ['pymongo.MongoClient'],
        { value: kw(name) },
        {
          data: { part: name === 'tlsAllowInvalidHostnames' ? 'hostname' : 'certificate' },
          where: is(kw(name), true),
        },
      ),
    ),
  ],
  calls: [
    // What the database answers is not the query.
    ...cleans(filtered),
    ...cleans(each(collection, 'insert_one insert_many aggregate')),
    ...cleans(['bson.objectid.ObjectId', 'bson.ObjectId']),
  ],
};

const dynamo = across(['boto3.Table#', 'boto3.client().'], 'scan query');
/** DynamoDB names the type of each value. */
const typedFields = { data: { form: 'filter', fields: 'typed' } };
const awsCredentials = { data: { of: 'aws' } };

/** AWS: boto3 clients, and the events of Lambda functions. */
export const aws: FrameworkModel = {
  name: 'aws',
  doc: 'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html',
  types: {
    ...instances('boto3.Table#', [
      'boto3.resource().Table()',
      'boto3.session.Session().resource().Table()',
    ]),
  },
  entryPoints: [
    {
      by: 'signature',
      names: [
        ['event', '_event'],
        ['context', '_context', 'ctx'],
      ],
      params: [{ source: 'the event of the function' }, undefined],
      returns: { kind: 'response', data: { type: 'gateway' } },
    },
  ],
  sinks: [
    ...sinks('nosql-query', dynamo, { query: kw('FilterExpression') }, typedFields),
    ...sinks('nosql-query', dynamo, { query: kw('ScanFilter') }, typedFields),
    ...sinks('nosql-query', dynamo, { query: kw('QueryFilter') }, typedFields),
    ...['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'].flatMap((name) =>
      sinks(
        'secret',
        ['boto3.client', 'boto3.resource', 'boto3.Session', 'boto3.session.Session', '*.client'],
        { value: kw(name) },
        awsCredentials,
      ),
    ),
    ...sinks(
      'tls-off',
      ['boto3.client', 'boto3.resource'],
      { value: kw('verify') },
      {
        data: { part: 'certificate' },
        where: is(kw('verify'), false),
      },
    ),
  ],
};
