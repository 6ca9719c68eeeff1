import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';
import { classes } from './classes';

const list = { data: { shell: 'list' } };
const builders = ['java.lang.ProcessBuilder', 'java.lang.ProcessBuilder#command'];

/** `Runtime.exec`, `ProcessBuilder` and Apache Commons Exec. */
export const processes: FrameworkModel = {
  name: 'java-processes',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/ProcessBuilder.html',
  types: {
    ...classes('com.jcraft.jsch.', 'ChannelExec'),
    ...classes('net.schmizz.sshj.connection.channel.direct.', 'Session'),
    ...instances('java.lang.ProcessBuilder#', [
      'java.lang.ProcessBuilder()',
      ...each(
        'java.lang.ProcessBuilder#',
        'command() directory() redirectErrorStream() inheritIO()',
      ),
    ]),
  },
  sinks: [
    ...sinks('command', ['java.lang.Runtime#exec'], { command: at(0) }, list),
    // A shell with its command as separate arguments.
    ...sinks(
      'command',
      ['java.lang.Runtime#exec'],
      { command: { position: 0, rest: true } },
      { ...list, where: [{ arg: at(1), matches: /^(?:-l?c|\/c)$/i }] },
    ),
    // The environment decides what a program loads, too.
    ...sinks('command', ['java.lang.Runtime#exec'], { command: at(1) }, list),
    ...sinks(
      'command',
      across(['java.lang.System.', 'java.lang.Runtime#'], 'load loadLibrary'),
      { command: at(0) },
      { data: { shell: 'no', part: 'library' } },
    ),
    // A command for a shell of another host.
    ...sinks('command', ['com.jcraft.jsch.ChannelExec#setCommand'], { command: at(0) }),
    ...sinks('command', ['net.schmizz.sshj.connection.channel.direct.Session#exec'], {
      command: at(0),
    }),
    ...sinks('command', builders, { command: { position: 0, rest: true } }, list),
    ...sinks('command', ['org.apache.commons.exec.CommandLine.parse'], { command: at(0) }, list),
    ...sinks(
      'command',
      ['org.apache.commons.exec.CommandLine'],
      { command: at(0) },
      { data: { shell: 'no' } },
    ),
  ],
  calls: [
    ...cleans([
      'java.lang.Runtime#exec',
      'java.lang.ProcessBuilder#start',
      'java.lang.ProcessBuilder',
      'java.lang.Runtime.getRuntime',
    ]),
    ...gives(
      'receiver',
      each(
        'java.lang.ProcessBuilder#',
        'command directory redirectErrorStream inheritIO redirectOutput',
      ),
    ),
  ],
};
