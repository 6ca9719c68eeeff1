import type { FrameworkModel } from '../../../engine/model';
import { across, at, each, gives, instances, sinks } from '../../specs';

const evaluated = { data: { form: 'eval' } } as const;

/** Names under which a program reaches its global object. */
const globalObjects = ['window.', 'globalThis.', 'self.', 'global.', 'top.', 'parent.'];

/** Functions of the language, of `node:vm` and of packages that run text as code. */
export const sandboxes: FrameworkModel = {
  name: 'sandboxes',
  doc: 'https://nodejs.org/api/vm.html',
  types: {
    ...instances('vm.Script#', ['vm.Script()']),
    ...instances('vm2.VM#', ['vm2.VM()', 'vm2.NodeVM()']),
    ...instances('vm2.Script#', ['vm2.VMScript()']),
    ...instances('sandbox.Sandbox#', ['sandbox()']),
    ...instances('mathjs.Parser#', ['mathjs.parser()']),
    ...instances('module.Module#', ['module()', 'module.Module()']),
  },
  sinks: [
    ...sinks(
      'code',
      [
        'eval',
        ...across(globalObjects, 'eval execScript'),
        'execScript',
        ...each('vm.', 'runInNewContext runInContext runInThisContext Script SourceTextModule'),
        'vm.compileFunction',
        ...each('vm2.', 'VMScript VM#run'),
        'sandbox.Sandbox#run',
        ...each('', 'safe-eval safer-eval static-eval notevil node-eval require-from-string'),
        '@nyariv/sandboxjs.Sandbox().compile',
        ...each('mathjs.', 'evaluate eval compile parse Parser#evaluate'),
        ...each('expr-eval.', 'evaluate Parser.evaluate'),
        ...each('angular-expressions.', 'compile'),
        'module.Module#_compile',
        'to-fast-properties',
        // Older versions of these hand their argument to `eval`, to make it a faster object.
        '*.toFastProperties',
      ],
      { code: at(0) },
      evaluated,
    ),
    // `new Function(a, b, body)`: the body comes last.
    ...[0, 1, 2].flatMap((position) =>
      sinks(
        'code',
        ['Function', ...each('', 'window.Function globalThis.Function global.Function')],
        { code: at(position) },
        evaluated,
      ),
    ),
    ...sinks(
      'code',
      across(['', 'window.', 'globalThis.'], 'setTimeout setInterval setImmediate'),
      { code: at(0) },
      { data: { form: 'function-name' } },
    ),
    ...sinks(
      'code',
      ['worker_threads.Worker'],
      { code: at(0) },
      { ...evaluated, where: [{ arg: at(1), path: ['eval'], is: [true] }] },
    ),
    // Filters of a path in brackets are code.
    ...sinks(
      'code',
      each('jsonpath.', 'query value nodes paths apply parent'),
      { code: at(1) },
      { data: { form: 'expression' } },
    ),
    // The names of the list become the source of a function.
    ...sinks('code', ['thenify', 'thenify.withCallback'], { code: at(1) }, evaluated),
    // What a sandbox lets its code see.
    ...sinks('code', each('vm.', 'runInContext runInNewContext'), { scope: at(1) }, evaluated),
    ...sinks(
      'code',
      each('vm.Script#', 'runInContext runInNewContext'),
      { scope: at(0) },
      evaluated,
    ),
    ...sinks('code', ['vm.compileFunction'], { scope: at(2) }, evaluated),
    ...sinks('code', each('vm2.', 'VM NodeVM'), { scope: at(0) }, evaluated),
    ...sinks('code', ['safe-eval'], { scope: at(1) }, evaluated),
  ],
  calls: [
    ...gives('argument', ['vm.createContext']),
    ...gives('propagate', ['vm2.VMScript', 'vm.Script']),
  ],
};
