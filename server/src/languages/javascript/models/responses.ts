import type { SinkSpec } from '../../../engine/model';
import { at, sinks } from '../../specs';

/**
 * `writeHead(status, headers)` of Node.js's responses, and of what frameworks build on them.
 * https://nodejs.org/api/http.html#responsewriteheadstatuscode-statusmessage-headers
 */
export function headSinks(response: string): readonly SinkSpec[] {
  const call = [`${response}writeHead`];
  const any = ['Location', 'location'].map((name) => ({
    arg: at(1),
    path: [name],
    missing: false,
  }));
  return [
    ...sinks('redirect', call, { content: at(1) }, { where: [{ any }] }),
    ...sinks('response-headers', call, { headers: at(1) }, { data: { framework: 'node' } }),
  ];
}
