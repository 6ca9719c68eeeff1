import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

const runs = each('subprocess.', 'run call check_call check_output Popen');
/** A text goes to a shell if `shell=True`; else it names the program. */
const option = { data: { shell: 'option' } };
const throughShell = { data: { shell: 'yes' } };
const program = { data: { shell: 'no' } };

/** Programs that are started: subprocess, os, asyncio, pty, popen2. */
export const processes: FrameworkModel = {
  name: 'processes',
  doc: 'https://docs.python.org/3/library/subprocess.html#security-considerations',
  types: instances('asyncio.Loop#', [
    'asyncio.get_event_loop()',
    'asyncio.get_running_loop()',
    'asyncio.new_event_loop()',
    'asyncio.AbstractEventLoop()',
  ]),
  sinks: [
    ...sinks('command', runs, { command: at(0, 'args'), shell: kw('shell') }, option),
    ...sinks(
      'command',
      [
        ...each('subprocess.', 'getoutput getstatusoutput'),
        ...each('os.', 'system popen popen2 popen3 popen4'),
        ...each('commands.', 'getoutput getstatusoutput'),
        ...each('popen2.', 'popen2 popen3 popen4 Popen3 Popen4'),
        'platform.popen',
      ],
      { command: at(0) },
      throughShell,
    ),
    ...sinks(
      'command',
      each('asyncio.', 'create_subprocess_shell subprocess.create_subprocess_shell'),
      { command: at(0, 'cmd') },
      throughShell,
    ),
    ...sinks('command', ['asyncio.Loop#subprocess_shell'], { command: at(1) }, throughShell),
    ...sinks(
      'command',
      each('asyncio.', 'create_subprocess_exec subprocess.create_subprocess_exec'),
      { command: at(0, 'program') },
      program,
    ),
    ...sinks('command', ['asyncio.Loop#subprocess_exec'], { command: at(1) }, program),
    // The first argument is the program; in the `p` variants it is looked up in PATH.
    ...sinks(
      'command',
      each('os.', 'execl execle execlp execlpe startfile'),
      { command: at(0, 'path') },
      program,
    ),
    ...sinks(
      'command',
      each('os.', 'execv execve execvp execvpe'),
      { command: at(0, 'path'), args: at(1, 'args') },
      program,
    ),
    ...sinks(
      'command',
      each('os.', 'spawnl spawnle spawnlp spawnlpe'),
      { command: at(1, 'file') },
      program,
    ),
    ...sinks(
      'command',
      each('os.', 'spawnv spawnve spawnvp spawnvpe'),
      { command: at(1, 'file'), args: at(2, 'args') },
      program,
    ),
    ...sinks(
      'command',
      ['os.posix_spawn', 'os.posix_spawnp'],
      { command: at(0, 'path'), args: at(1, 'argv') },
      program,
    ),
    ...sinks('command', ['pty.spawn'], { command: at(0, 'argv') }, program),
  ],
  calls: [
    ...cleans(['shlex.quote', 'pipes.quote'], ['command']),
    ...gives('propagate', ['shlex.split', 'shlex.join', 'subprocess.list2cmdline']),
    // What a program prints is not what its command line said.
    ...cleans([
      ...runs,
      ...each('subprocess.', 'getoutput getstatusoutput'),
      'os.system',
      'os.popen',
    ]),
  ],
};

const ssh = across(['paramiko.SSHClient#'], 'exec_command');

/** Commands on other machines and through libraries: Paramiko, Fabric, Invoke, pexpect, sh, plumbum. */
export const remoteProcesses: FrameworkModel = {
  name: 'remote-processes',
  doc: 'https://docs.paramiko.org/en/stable/api/client.html#paramiko.client.SSHClient.exec_command',
  types: {
    ...instances('paramiko.SSHClient#', ['paramiko.SSHClient()', 'paramiko.client.SSHClient()']),
    ...instances('fabric.Connection#', ['fabric.Connection()', 'fabric2.Connection()']),
    ...instances('invoke.Context#', ['invoke.Context()', 'invoke.context.Context()']),
  },
  sinks: [
    ...sinks('command', [...ssh, '*.exec_command'], { command: at(0, 'command') }, throughShell),
    ...sinks(
      'command',
      [
        ...each('fabric.Connection#', 'run local sudo'),
        ...each('invoke.Context#', 'run sudo'),
        'invoke.run',
        ...each('fabric.api.', 'run local sudo'),
      ],
      { command: at(0, 'command') },
      throughShell,
    ),
    ...sinks(
      'command',
      each('pexpect.', 'run runu spawn spawnu pxssh.pxssh().sendline popen_spawn.PopenSpawn'),
      { command: at(0, 'command') },
      throughShell,
    ),
    ...sinks('command', each('sh.', 'bash sh Command'), { command: at(0) }, program),
    ...sinks('command', each('sh.', 'bash sh'), { command: at(1) }, throughShell),
    ...sinks(
      'command',
      [
        'airflow.operators.bash.BashOperator',
        'airflow.operators.bash_operator.BashOperator',
        'airflow.providers.standard.operators.bash.BashOperator',
      ],
      { command: at(1, 'bash_command') },
      throughShell,
    ),
    ...sinks(
      'tls-off',
      ['paramiko.SSHClient#set_missing_host_key_policy'],
      { value: at(0) },
      {
        data: { part: 'certificate' },
        where: [
          {
            arg: at(0),
            symbol: [
              'paramiko.AutoAddPolicy',
              'paramiko.AutoAddPolicy()',
              'paramiko.WarningPolicy',
              'paramiko.WarningPolicy()',
              'paramiko.client.AutoAddPolicy',
              'paramiko.client.AutoAddPolicy()',
              'paramiko.client.WarningPolicy',
              'paramiko.client.WarningPolicy()',
            ],
          },
        ],
      },
    ),
    ...sinks(
      'secret',
      ['paramiko.SSHClient#connect'],
      { value: at(3, 'password') },
      { data: { of: 'password' } },
    ),
    ...sinks(
      'command',
      across(['docker.from_env().containers.', 'docker.DockerClient().containers.'], 'run create'),
      { command: at(1, 'command') },
      program,
    ),
  ],
};

/** Code that is run, and names that are looked up: eval, exec, importlib, getattr. */
export const reflection: FrameworkModel = {
  name: 'introspection',
  doc: 'https://docs.python.org/3/library/functions.html#eval',
  sinks: [
    ...sinks('code', ['eval'], { code: at(0) }, { data: { form: 'eval' } }),
    ...sinks(
      'code',
      [
        'exec',
        'execfile',
        'compile',
        'code.interact',
        'runpy.run_path',
        'timeit.timeit',
        'timeit.repeat',
      ],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      [
        'code.InteractiveConsole().push',
        'code.InteractiveInterpreter().runcode',
        '_testcapi.run_in_subinterp',
        'test.support.run_in_subinterp',
      ],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      ['_xxsubinterpreters.run_string', '_interpreters.run_string', '_interpreters.exec'],
      { code: at(1) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      [
        'pandas.eval',
        'numexpr.evaluate',
        'sympy.sympify',
        'sympy.parse_expr',
        'pandas.DataFrame().query',
        'pandas.DataFrame().eval',
      ],
      { code: at(0) },
      { data: { form: 'expression' } },
    ),
    ...['eval', 'exec', 'compile'].flatMap((name) =>
      sinks(
        'code',
        ['asyncio.Loop#run_in_executor', '*.run_in_executor'],
        { code: at(2) },
        { data: { form: 'script' }, where: [{ arg: at(1), symbol: [name] }] },
      ),
    ),
    ...sinks(
      'reflection',
      [
        'importlib.import_module',
        '__import__',
        'imp.load_source',
        'imp.load_module',
        'pydoc.locate',
      ],
      { name: at(0, 'name') },
      { data: { of: 'class' } },
    ),
    ...sinks(
      'reflection',
      ['django.utils.module_loading.import_string', 'werkzeug.utils.import_string'],
      { name: at(0) },
      { data: { of: 'class' } },
    ),
    ...sinks('reflection', ['getattr'], { name: at(1) }, { data: { of: 'attribute' } }),
    ...sinks('reflection', ['setattr', 'delattr'], { name: at(1) }, { data: { of: 'attribute' } }),
    ...sinks(
      'reflection',
      ['operator.attrgetter', 'operator.methodcaller'],
      { name: at(0) },
      { data: { of: 'attribute' } },
    ),
    ...sinks(
      'reflection',
      ['globals().get', 'locals().get', 'vars().get'],
      { name: at(0) },
      { data: { of: 'function' } },
    ),
  ],
  calls: [
    ...cleans(['importlib.import_module', '__import__']),
    ...gives('propagate', ['ast.literal_eval']),
    ...gives('propagate', ['eval', 'compile']),
    { call: 'getattr', result: 'propagate' },
  ],
};
