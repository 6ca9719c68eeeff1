import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { at, each, instances, remote, sinks } from '../../specs';

const message = { source: 'a message of the client' } as const;

/** ws and socket.io: everything that a client sends is data from outside. */
export const sockets: FrameworkModel = {
  name: 'sockets',
  doc: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
  types: {
    ...instances('ws.Server#', ['ws.Server()', 'ws.WebSocketServer()']),
    ...instances('socket.io.Server#', [
      'socket.io()',
      'socket.io.Server()',
      'socket.io.Server#of()',
      'socket.io.Namespace()',
    ]),
    'ws.WebSocket()': 'ws.Socket#',
    'ws()': 'ws.Socket#',
    'socket.io.Socket()': 'socket.io.Socket#',
  },
  sources: [...remote('the handshake of the client', ['socket.io.Socket#handshake'])],
  entryPoints: [
    {
      by: 'registration',
      call: 'ws.Server#on',
      from: 1,
      params: ['ws.Socket#', 'http.IncomingMessage#'],
      where: [{ arg: at(0), is: ['connection'] }],
    },
    {
      by: 'registration',
      call: 'ws.Socket#on',
      from: 1,
      params: [message],
      where: [{ arg: at(0), is: ['message'] }],
    },
    ...each('socket.io.Server#', 'on use').map(
      (call): EntryPointSpec => ({
        by: 'registration',
        call,
        from: 0,
        params: ['socket.io.Socket#'],
      }),
    ),
    {
      by: 'registration',
      call: 'socket.io.Socket#on',
      from: 1,
      params: [message, message, message],
    },
  ],
  sinks: [
    ...sinks(
      'cors-options',
      ['socket.io', 'socket.io.Server'],
      { options: at(1) },
      {
        data: { framework: 'cors' },
        where: [{ arg: at(1), path: ['cors', 'origin'], is: ['*'] }],
      },
    ),
  ],
};

const args = { source: 'an argument of the query' } as const;

/** GraphQL: the second parameter of a resolver holds what the caller asks with. */
export const graphql: FrameworkModel = {
  name: 'graphql',
  doc: 'https://www.apollographql.com/docs/apollo-server/data/resolvers',
  entryPoints: each(
    '',
    'apollo-server.ApolloServer apollo-server-express.ApolloServer @apollo/server.ApolloServer @graphql-tools/schema.makeExecutableSchema graphql-tools.makeExecutableSchema graphql-yoga.createSchema graphql-yoga.GraphQLServer graphql.GraphQLObjectType',
  ).map(
    (call): EntryPointSpec => ({
      by: 'registration',
      call,
      from: 0,
      params: [undefined, args, undefined, undefined],
      inMap: true,
    }),
  ),
  sinks: [
    ...sinks(
      'debug-on',
      each(
        '',
        'apollo-server.ApolloServer apollo-server-express.ApolloServer @apollo/server.ApolloServer',
      ),
      { value: at(0) },
      {
        where: [{ arg: at(0), path: ['debug'], is: [true] }],
      },
    ),
    ...sinks(
      'csrf-off',
      each(
        '',
        'apollo-server.ApolloServer apollo-server-express.ApolloServer @apollo/server.ApolloServer',
      ),
      { value: at(0) },
      {
        where: [{ arg: at(0), path: ['csrfPrevention'], is: [false] }],
      },
    ),
  ],
};
