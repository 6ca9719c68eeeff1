import type { FrameworkModel } from '../../../engine/model';
import { at, each, instances, sinks } from '../../specs';

const sync = (names: string) =>
  each('Deno.', `${names} ${names.replaceAll(/\b(\w+)\b/g, '$1Sync')}`);

/** Deno: its own functions for programs, files and servers. */
export const deno: FrameworkModel = {
  name: 'deno',
  doc: 'https://docs.deno.com/api/deno/',
  types: {
    ...instances('deno.Command#', ['Deno.Command()']),
    'Request()': 'next.Request#',
  },
  entryPoints: [
    { by: 'registration', call: 'Deno.serve', from: 0, params: ['next.Request#'] },
    { by: 'registration', call: 'Deno.serve', from: 0, params: ['next.Request#'], inMap: true },
    { by: 'registration', call: 'Bun.serve', from: 0, params: ['next.Request#'], inMap: true },
  ],
  sinks: [
    ...sinks('command', ['Deno.run'], { command: at(0) }, { data: { shell: 'list' } }),
    ...sinks(
      'command',
      ['Deno.Command'],
      { command: at(0), args: at(1) },
      { data: { shell: 'no' } },
    ),
    ...sinks(
      'file-path',
      sync('readTextFile readFile open readDir'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      sync('writeTextFile writeFile create mkdir truncate'),
      { path: at(0) },
      { data: { op: 'write' } },
    ),
    ...sinks('file-path', sync('remove'), { path: at(0) }, { data: { op: 'delete' } }),
    ...sinks(
      'file-path',
      sync('rename copyFile link symlink'),
      { path: at(1) },
      { data: { op: 'write' } },
    ),
    ...sinks('file-path', sync('stat lstat realPath'), { path: at(0) }, { data: { op: 'check' } }),
    // An answer of the web's own kind: text unless a header says that it is a page.
    ...sinks(
      'html',
      ['Response', 'next/server.NextResponse'],
      { content: at(0) },
      {
        where: [
          {
            any: ['content-type', 'Content-Type'].map((name) => ({
              arg: at(1),
              path: ['headers', name],
              matches: /html|xml/i,
            })),
          },
        ],
      },
    ),
    ...sinks('redirect', ['Response.redirect'], { url: at(0) }),
  ],
};
