import type { ArgCondition, Condition, FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, each, instances, sinks } from '../../specs';

/** A module of version 1 and both ways to reach that of version 2. */
const modulesOf = (name: string) => [
  `@aws-cdk/aws-${name}.`,
  `aws-cdk-lib/aws-${name}.`,
  `aws-cdk-lib.aws_${name.replaceAll('-', '_')}.`,
];

const props = at(2);
const setting = (name: string, rest: Omit<ArgCondition, 'arg' | 'path'>): Condition => ({
  arg: props,
  path: [name],
  ...rest,
});
/** Nothing is said of a setting, also where there are no settings at all. */
const unsaid = (name: string): Condition => ({
  any: [{ arg: props, missing: true }, setting(name, { missing: true })],
});
const anyOf = (...conditions: readonly Condition[]): Condition => ({ any: conditions });

type Part = 'encryption' | 'unencrypted' | 'public' | 'permissions' | 'port';

/** Constructs of a module whose settings are so. */
function constructs(
  module: string,
  names: string,
  part: Part,
  where: readonly Condition[],
): readonly SinkSpec[] {
  return sinks(
    'cloud-resource',
    across(modulesOf(module), names),
    { value: props },
    { data: { part }, where },
  );
}

const constants = (module: string, names: string) => across(modulesOf(module), names);

/** `'*'`, or a list that begins with it. */
const isEverything = (name: string): Condition =>
  anyOf({ arg: at(0), path: [name, '0'], is: ['*'] }, { arg: at(0), path: [name], is: ['*'] });

const bucketTypes = constants('s3', 'Bucket()');

/** AWS CDK: resources as code. What is not encrypted, or open to everyone, stands in the settings. */
export const awsCdk: FrameworkModel = {
  name: 'aws-cdk',
  doc: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html',
  types: {
    ...instances('aws-cdk.Bucket#', bucketTypes),
    ...instances('aws-cdk.SecurityGroup#', constants('ec2', 'SecurityGroup()')),
    ...instances('aws-cdk.Peer.any', constants('ec2', 'Peer.anyIpv4() Peer.anyIpv6()')),
  },
  sinks: [
    ...constructs('s3', 'Bucket', 'encryption', [
      unsaid('encryption'),
      unsaid('encryptionKey'),
      unsaid('enforceSSL'),
    ]),
    ...constructs('s3', 'Bucket', 'unencrypted', [
      setting('encryption', {
        symbol: constants('s3', 'BucketEncryption.UNENCRYPTED BucketEncryption.UNMANAGED'),
      }),
    ]),
    ...constructs('sqs', 'Queue', 'unencrypted', [
      setting('encryption', { symbol: constants('sqs', 'QueueEncryption.UNENCRYPTED') }),
    ]),
    ...constructs('kinesis', 'Stream', 'unencrypted', [
      setting('encryption', { symbol: constants('kinesis', 'StreamEncryption.UNENCRYPTED') }),
    ]),
    ...constructs(
      'rds',
      'DatabaseInstance DatabaseCluster ServerlessCluster DatabaseInstanceReadReplica CfnDBInstance CfnDBCluster',
      'unencrypted',
      [setting('storageEncrypted', { is: [false] })],
    ),
    ...constructs('efs', 'FileSystem', 'unencrypted', [setting('encrypted', { is: [false] })]),
    ...constructs('redshift', 'Cluster CfnCluster', 'unencrypted', [
      setting('encrypted', { is: [false] }),
    ]),
    ...constructs('ec2', 'Volume CfnVolume', 'unencrypted', [
      setting('encrypted', { is: [false] }),
    ]),
    ...constructs('docdb', 'DatabaseCluster', 'unencrypted', [
      setting('storageEncrypted', { is: [false] }),
    ]),
    ...constructs('neptune', 'DatabaseCluster', 'unencrypted', [
      setting('storageEncrypted', { is: [false] }),
    ]),
    ...constructs('elasticache', 'CfnReplicationGroup', 'unencrypted', [
      anyOf(
        setting('transitEncryptionEnabled', { is: [false] }),
        setting('atRestEncryptionEnabled', { is: [false] }),
      ),
    ]),
    ...constructs('s3', 'Bucket', 'public', [setting('publicReadAccess', { is: [true] })]),
    ...constructs('s3', 'Bucket', 'public', [
      setting('accessControl', {
        symbol: constants(
          's3',
          'BucketAccessControl.PUBLIC_READ BucketAccessControl.PUBLIC_READ_WRITE',
        ),
      }),
    ]),
    ...sinks(
      'cloud-resource',
      ['aws-cdk.Bucket#grantPublicAccess'],
      {},
      { data: { part: 'public' } },
    ),
    ...constructs('rds', 'DatabaseInstance DatabaseInstanceReadReplica', 'public', [
      setting('publiclyAccessible', { is: [true] }),
    ]),
    ...constructs('codebuild', 'Project PipelineProject', 'public', [
      setting('badge', { is: [true] }),
    ]),
    ...sinks(
      'cloud-resource',
      constants('iam', 'PolicyStatement'),
      { value: at(0) },
      {
        data: { part: 'permissions' },
        where: [isEverything('actions'), isEverything('resources')],
      },
    ),
    // Ports of shells and databases, for every address there is.
    ...sinks(
      'cloud-resource',
      each('aws-cdk.SecurityGroup#', 'addIngressRule'),
      { value: at(0) },
      {
        data: { part: 'port' },
        where: [{ arg: at(0), symbol: ['aws-cdk.Peer.any'] }],
        unless: [{ arg: at(1), symbol: constants('ec2', 'Port.HTTPS Port.HTTP') }],
      },
    ),
  ],
};

const table = 'aws-sdk.DynamoDB#';
const requests =
  'query scan get put update delete batchGet batchWrite transactGet transactWrite executeStatement';

/** Amazon DynamoDB: what is asked for stands in an object, or in a statement of PartiQL. */
export const dynamoDb: FrameworkModel = {
  name: 'dynamodb',
  doc: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/DynamoDB/DocumentClient.html',
  types: instances(table, [
    'aws-sdk.DynamoDB()',
    'aws-sdk.DynamoDB.DocumentClient()',
    'aws-sdk/clients/dynamodb()',
    'aws-sdk/clients/dynamodb.DocumentClient()',
    '@aws-sdk/client-dynamodb.DynamoDB()',
    '@aws-sdk/lib-dynamodb.DynamoDBDocument.from()',
  ]),
  sinks: [
    ...sinks(
      'nosql-query',
      [
        ...each(table, requests),
        ...each(
          table,
          'getItem putItem updateItem deleteItem batchGetItem batchWriteItem transactGetItems transactWriteItems',
        ),
        ...each(
          '@aws-sdk/lib-dynamodb.',
          'QueryCommand ScanCommand GetCommand PutCommand UpdateCommand DeleteCommand',
        ),
        ...each(
          '@aws-sdk/client-dynamodb.',
          'QueryCommand ScanCommand GetItemCommand PutItemCommand UpdateItemCommand DeleteItemCommand',
        ),
      ],
      { query: at(0) },
      // A value that is an object is stored or compared as one.
      { data: { form: 'filter', fields: 'typed' } },
    ),
  ],
};
