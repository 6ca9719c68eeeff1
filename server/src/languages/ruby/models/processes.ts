import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

const kernel = 'system exec spawn';

/** Programs that are started: with one text a shell reads it, with several arguments none does. */
export const processes: FrameworkModel = {
  name: 'processes',
  doc: 'https://docs.ruby-lang.org/en/3.4/Kernel.html#method-i-spawn',
  types: instances('Shell#', ['Shell()', 'Shell.cd()']),
  sinks: [
    ...sinks(
      'command',
      [
        ...each('', kernel),
        ...each('Kernel.', kernel),
        ...each('Process.', 'spawn exec'),
        ...each('PTY.', 'spawn getpty'),
        ...each('Open3.', 'capture2 capture2e capture3 popen2 popen2e popen3'),
        ...each('Shell#', 'system'),
        'sh',
        'Rake.sh',
        'FileUtils.sh',
        ...each('*.', 'exec! ssh_exec!'),
      ],
      { command: at(0), args: at(1) },
      { data: { shell: 'yes' }, where: [{ arg: at(1), missing: true }] },
    ),
    // Each is a command of its own.
    ...[0, 1, 2].flatMap((position) =>
      sinks(
        'command',
        each('Open3.', 'pipeline pipeline_r pipeline_rw pipeline_start pipeline_w'),
        { command: at(position) },
        { data: { shell: 'list' } },
      ),
    ),
    ...sinks(
      'command',
      [...each('', kernel), ...each('Open3.', 'capture2 capture2e capture3 popen2 popen2e popen3')],
      { command: at(0), args: at(1) },
      {
        data: { shell: 'no' },
        where: [{ arg: at(1), missing: false }],
        unless: [{ arg: at(0), path: ['-'], missing: true }],
      },
    ),
    // The environment may come first.
    ...sinks(
      'command',
      [
        ...each('', kernel),
        ...across(['Kernel.', 'Process.', 'PTY.'], kernel),
        ...each('Open3.', 'capture2 capture2e capture3 popen2 popen2e popen3'),
      ],
      { command: at(1) },
      {
        data: { shell: 'yes' },
        where: [
          { arg: at(0), path: ['-'], missing: true },
          { arg: at(2), missing: true },
        ],
      },
    ),
    ...sinks('command', ['`', 'Kernel.`'], { command: at(0) }, { data: { shell: 'yes' } }),
    ...sinks('command', ['IO.popen', 'popen'], { command: at(0) }, { data: { shell: 'list' } }),
    // A name that begins with a bar starts a program.
    ...sinks(
      'command',
      ['open', 'Kernel.open', 'URI.open', ...each('IO.', 'read readlines foreach binread write')],
      { command: at(0) },
      { data: { shell: 'bar' } },
    ),
  ],
  calls: [
    ...cleans(['Shellwords.escape', 'Shellwords.shellescape', '*.shellescape'], ['command']),
    ...cleans(['Shellwords.join', 'Shellwords.shelljoin', '*.shelljoin'], ['command']),
    ...gives('propagate', ['Shellwords.split', 'Shellwords.shellwords', '*.shellsplit']),
  ],
};

/** Text that is run as code, and what is chosen by name. */
export const evaluation: FrameworkModel = {
  name: 'evaluation',
  doc: 'https://docs.ruby-lang.org/en/3.4/Kernel.html#method-i-eval',
  sinks: [
    ...sinks(
      'code',
      [
        ...each('', 'eval instance_eval class_eval module_eval instance_exec class_exec'),
        ...each('Kernel.', 'eval'),
        ...each('*.', 'instance_eval class_eval module_eval'),
        'Binding.eval',
        '*.eval',
        'RubyVM.InstructionSequence',
        'RubyVM.InstructionSequence.compile',
        'RubyVM.InstructionSequence.eval',
      ],
      { code: at(0) },
      { data: { form: 'eval' } },
    ),
    ...sinks(
      'reflection',
      [
        ...each('*.', 'send public_send __send__ try try! method instance_method define_method'),
        ...each('', 'send public_send __send__ method'),
        ...each('Kernel.', 'send public_send'),
      ],
      { name: at(0) },
      { data: { of: 'method' } },
    ),
    ...sinks(
      'reflection',
      [
        '*.const_get',
        'Object.const_get',
        'Kernel.const_get',
        'Module.const_get',
        '*.qualified_const_get',
      ],
      { name: at(0) },
      { data: { of: 'class' } },
    ),
    ...sinks(
      'reflection',
      ['*.constantize', '*.safe_constantize'],
      { name: 'receiver' },
      { data: { of: 'class' } },
    ),
    ...sinks('reflection', ['*.to_proc'], { name: 'receiver' }, { data: { of: 'method' } }),
    // `&name` calls the method of that name.
    ...sinks(
      'reflection',
      each('*.', 'tap then map collect each select reject sum sort_by'),
      { name: kw('yield') },
      { data: { of: 'method' } },
    ),
    ...sinks(
      'reflection',
      each('*.', 'instance_variable_get instance_variable_set class_variable_get'),
      { name: at(0) },
      { data: { of: 'attribute' } },
    ),
    ...sinks(
      'file-path',
      ['require', 'load', 'require_relative', 'Kernel.load', 'Kernel.require'],
      { path: at(0) },
      { data: { op: 'include' } },
    ),
  ],
  // What comes out is a class, and no text.
  calls: cleans([
    '*.constantize',
    '*.safe_constantize',
    '*.const_get',
    'Object.const_get',
    'Kernel.const_get',
  ]),
};
