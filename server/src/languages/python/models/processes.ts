import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

/** The standard library's functions, also where a package offers the same ones for its own loop. */
const runs = across(
  ['subprocess.', 'subprocess32.', 'gevent.subprocess.', 'eventlet.green.subprocess.'],
  'run call check_call check_output Popen',
).concat('psutil.Popen', 'trio.run_process', 'trio.open_process');
/** A text goes to a shell if `shell=True`; else it names the program. */
const option = { data: { shell: 'option' } };
const throughShell = { data: { shell: 'yes' } };
const program = { data: { shell: 'no' } };
/** A list is a program with its arguments; a text goes to a shell. */
const listOrText = { data: { shell: 'list' } };

/** Programs that are started: subprocess, os, asyncio, pty, popen2, and packages that do the same. */
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
        ...each('sarge.', 'run capture_stdout capture_stderr capture_both get_stdout shell_format'),
        ...each('delegator.', 'run chain'),
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
    ...sinks(
      'command',
      ['asyncio.Loop#subprocess_shell', '*.subprocess_shell'],
      { command: at(1, 'cmd') },
      throughShell,
    ),
    ...sinks('command', each('anyio.', 'run_process open_process'), { command: at(0) }, listOrText),
    ...sinks(
      'command',
      each('asyncio.', 'create_subprocess_exec subprocess.create_subprocess_exec'),
      { command: { position: 0, name: 'program', rest: true } },
      program,
    ),
    ...sinks(
      'command',
      ['asyncio.Loop#subprocess_exec', '*.subprocess_exec'],
      { command: { position: 1, rest: true } },
      program,
    ),
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
    ...sinks(
      'command',
      ['pty.spawn', ...across(['ptyprocess.'], 'PtyProcess.spawn PtyProcessUnicode.spawn')],
      { command: at(0, 'argv') },
      program,
    ),
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
    ...instances('asyncssh.Connection#', ['asyncssh.connect()']),
    ...instances('winrm.Session#', ['winrm.Session()', 'winrm.protocol.Protocol()']),
    ...instances('docker.Client#', [
      ...across(['docker.', 'docker.client.'], 'from_env() DockerClient()'),
    ]),
    ...instances('docker.Container#', [
      ...each('docker.Client#containers.', 'get() run() create()'),
    ]),
    ...instances('docker.APIClient#', [
      ...across(['docker.', 'docker.api.'], 'APIClient()'),
      'docker.Client()',
    ]),
  },
  sinks: [
    ...sinks('command', [...ssh, '*.exec_command'], { command: at(0, 'command') }, throughShell),
    ...sinks(
      'command',
      [
        ...each('fabric.Connection#', 'run local sudo'),
        ...each('invoke.Context#', 'run sudo'),
        ...each('invoke.', 'run sudo'),
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
    ...sinks(
      'command',
      [
        ...each('asyncssh.Connection#', 'run create_process create_subprocess'),
        ...each('winrm.Session#', 'run_ps run_cmd run_command'),
        ...each('fabric.api.', 'run_as_root'),
        'paramiko.SSHClient#invoke_shell().send',
        'paramiko.Transport().open_session().exec_command',
      ],
      { command: at(0, 'command') },
      throughShell,
    ),
    ...sinks('command', each('sh.', 'bash sh Command'), { command: at(0) }, program),
    ...sinks('command', each('sh.', 'bash sh'), { command: at(1) }, throughShell),
    ...sinks(
      'command',
      [
        ...across(
          [
            'airflow.operators.bash.',
            'airflow.operators.bash_operator.',
            'airflow.operators.',
            'airflow.providers.standard.operators.bash.',
          ],
          'BashOperator',
        ),
      ],
      { command: kw('bash_command') },
      throughShell,
    ),
    ...sinks(
      'command',
      [
        'airflow.providers.ssh.operators.ssh.SSHOperator',
        'airflow.contrib.operators.ssh_operator.SSHOperator',
        'airflow.providers.docker.operators.docker.DockerOperator',
      ],
      { command: kw('command') },
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
    // An image that somebody chooses runs what its maker wrote, with what the server gives it.
    ...sinks(
      'command',
      each('docker.Client#containers.', 'run create'),
      { command: at(0, 'image') },
      program,
    ),
    ...sinks(
      'command',
      each('docker.Client#containers.', 'run create'),
      { command: at(1, 'command') },
      program,
    ),
    ...sinks(
      'command',
      ['docker.Container#exec_run', '*.exec_run'],
      { command: at(0, 'cmd') },
      program,
    ),
    ...sinks('command', ['docker.APIClient#exec_create'], { command: at(1, 'cmd') }, program),
    ...sinks(
      'command',
      ['docker.APIClient#create_container'],
      { command: at(0, 'image') },
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
        'runpy.run_path',
        'runpy.run_module',
        ...each('timeit.', 'timeit repeat Timer'),
        ...across(['profile.', 'cProfile.'], 'run runctx'),
        ...each('pdb.', 'run runeval'),
        // Lua that a Redis server runs.
        ...across(
          ['redis.Redis().', 'redis.StrictRedis().', 'redis.asyncio.Redis().', 'redis.from_url().'],
          'eval register_script script_load',
        ),
        'js2py.eval_js',
        'execjs.eval',
        'execjs.compile',
        'lupa.LuaRuntime().execute',
        'lupa.LuaRuntime().eval',
        'py_mini_racer.MiniRacer().eval',
        'IPython.get_ipython().run_cell',
      ],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      [
        ...each('code.InteractiveConsole().', 'push runcode runsource'),
        ...each('code.InteractiveInterpreter().', 'runcode runsource'),
        '_testcapi.run_in_subinterp',
        'test.support.run_in_subinterp',
      ],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      ['logging.config.listen'],
      {},
      { data: { form: 'listener' }, where: [{ arg: at(1, 'verify'), missing: true }] },
    ),
    ...sinks(
      'code',
      each('timeit.', 'timeit repeat Timer'),
      { code: at(1, 'setup') },
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
    // A dictionary that stands for a record.
    ...sinks('mass-assignment', ['*.update'], { attributes: at(0) }, { data: { orm: 'fields' } }),
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
