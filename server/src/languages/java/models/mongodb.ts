import type { FrameworkModel } from '../../../engine/model';
import { at, each, sinks } from '../../specs';

/**
 * MongoDB's driver. A field of a Java filter holds text or numbers as its type says, so only
 * JavaScript in a query is of interest.
 */
export const mongodb: FrameworkModel = {
  name: 'mongodb',
  doc: 'https://www.mongodb.com/docs/manual/reference/operator/query/where/',
  sinks: [
    ...sinks(
      'nosql-query',
      [
        ...each('org.bson.', 'Document.parse BsonDocument.parse json.JsonReader'),
        'com.mongodb.BasicDBObject.parse',
        'com.mongodb.util.JSON.parse',
        'org.springframework.data.mongodb.core.query.BasicQuery',
      ],
      { query: at(0) },
      { data: { form: 'json' } },
    ),
    ...sinks(
      'nosql-query',
      [
        ...each('*.', 'put append add'),
        ...each('com.mongodb.', 'BasicDBObject BasicDBObjectBuilder.start'),
        'org.bson.Document',
      ],
      { query: at(1) },
      { data: { form: 'code' }, where: [{ arg: at(0), is: ['$where'] }] },
    ),
    ...sinks(
      'nosql-query',
      ['com.mongodb.client.model.Filters.where'],
      { query: at(0) },
      {
        data: { form: 'code' },
      },
    ),
  ],
};
