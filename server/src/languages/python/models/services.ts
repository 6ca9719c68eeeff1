import type { FrameworkModel } from '../../../engine/model';
import { across, at, each, instances, kw, local, remote, sinks } from '../../specs';

/** The command line: argparse, optparse, getopt, Click. */
export const commandLine: FrameworkModel = {
  name: 'command-line',
  doc: 'https://docs.python.org/3/library/argparse.html',
  types: instances('argparse.ArgumentParser#', [
    'argparse.ArgumentParser()',
    'optparse.OptionParser()',
  ]),
  // Click gives what its options and arguments declare.
  entryPoints: each('click.', 'command option argument').map((decorator) => ({
    by: 'decorator',
    decorator,
    tainted: 'all',
    kind: 'local',
    label: 'a command-line argument',
  })),
  sources: [
    ...local(
      'a command-line argument',
      each('argparse.ArgumentParser#', 'parse_args parse_known_args'),
      true,
    ),
    ...local('a command-line argument', ['getopt.getopt', 'getopt.gnu_getopt'], true),
    ...local('what the user types', ['click.prompt', 'typer.prompt'], true),
  ],
};

/** WebSockets: the websockets library, Channels, Socket.IO. */
export const webSockets: FrameworkModel = {
  name: 'websockets',
  doc: 'https://websockets.readthedocs.io/en/stable/reference/asyncio/server.html',
  types: {
    ...instances('channels.Consumer#', [
      ...each(
        'channels.generic.websocket.',
        'WebsocketConsumer() AsyncWebsocketConsumer() JsonWebsocketConsumer() AsyncJsonWebsocketConsumer()',
      ),
    ]),
    ...instances('socketio.Server#', [
      'socketio.Server()',
      'socketio.AsyncServer()',
      'flask_socketio.SocketIO()',
    ]),
    'websockets.ServerConnection()': 'websockets.ServerConnection#',
  },
  sources: [
    ...remote('a WebSocket message', ['websockets.ServerConnection#recv'], true),
    ...remote('the connection of a WebSocket', ['channels.Consumer#scope']),
  ],
  entryPoints: [
    {
      by: 'method',
      of: 'channels.Consumer#',
      names: ['receive', 'receive_json'],
      params: [{ source: 'a WebSocket message' }, { source: 'a WebSocket message' }],
    },
    ...across(['socketio.Server#'], 'on event').map(
      (decorator) =>
        ({ by: 'decorator', decorator, tainted: 'all', label: 'a WebSocket message' }) as const,
    ),
    {
      by: 'registration',
      call: 'websockets.serve',
      from: 0,
      params: ['websockets.ServerConnection#'],
    },
  ],
};

const resolverParams = Array.from({ length: 8 }, (_, i) =>
  i === 0 ? undefined : { source: 'an argument of the GraphQL query' },
);

/** GraphQL: Graphene and Strawberry resolvers, Ariadne. */
export const graphql: FrameworkModel = {
  name: 'graphql',
  doc: 'https://docs.graphene-python.org/en/latest/types/objecttypes/#resolvers',
  types: {
    ...instances('graphene.ObjectType#', ['graphene.ObjectType()']),
    'graphene.Mutation()': 'graphene.Mutation#',
    ...instances('ariadne.ObjectType#', [
      'ariadne.ObjectType()',
      'ariadne.QueryType()',
      'ariadne.MutationType()',
    ]),
  },
  entryPoints: [
    // `self`, what is known of the query, then its arguments.
    { by: 'method', of: 'graphene.Mutation#', names: ['mutate'], params: resolverParams },
    { by: 'method', of: 'graphene.ObjectType#', params: resolverParams },
    ...['strawberry.field', 'strawberry.mutation', 'ariadne.ObjectType#field'].map(
      (decorator) =>
        ({
          by: 'decorator',
          decorator,
          tainted: 'all',
          label: 'an argument of the GraphQL query',
        }) as const,
    ),
  ],
};

/** Celery: what a queue delivers comes from the application itself; its format may not be pickle. */
export const celery: FrameworkModel = {
  name: 'celery',
  doc: 'https://docs.celeryq.dev/en/stable/userguide/security.html',
  types: { 'celery.Celery()': 'celery.Celery#' },
  sinks: [
    ...sinks(
      'deserialize',
      ['celery.Celery#conf.update'],
      {},
      {
        data: { format: 'pickle' },
        where: [{ arg: { name: 'task_serializer' }, is: ['pickle'] }],
      },
    ),
  ],
};

/** Twilio: calls and messages, and the secret of an account. */
export const twilio: FrameworkModel = {
  name: 'twilio',
  doc: 'https://www.twilio.com/docs/voice/twiml',
  types: {
    'twilio.rest.Client()': 'twilio.Client#',
    'twilio.Client#calls()': 'twilio.Call#',
    'twilio.twiml.voice_response.VoiceResponse()': 'twilio.VoiceResponse#',
  },
  sinks: [
    ...sinks('xml', ['twilio.Client#calls.create', 'twilio.Call#update'], {
      content: kw('twiml'),
    }),
    ...sinks(
      'secret',
      ['twilio.rest.Client', 'twilio.rest.TwilioRestClient'],
      { value: at(1, 'password') },
      { data: { of: 'password' } },
    ),
  ],
};
