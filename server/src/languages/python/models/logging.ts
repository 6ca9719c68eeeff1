import type { FrameworkModel } from '../../../engine/model';
import {
  across,
  addressChecks,
  at,
  checks,
  cleans,
  each,
  gives,
  instances,
  sinks,
} from '../../specs';

const levels = 'debug info warning warn error critical exception fatal';

/** logging, Loguru and structlog. */
export const logging: FrameworkModel = {
  name: 'logging',
  doc: 'https://docs.python.org/3/library/logging.html',
  types: instances('logging.Logger#', [
    'logging.getLogger()',
    'logging.Logger()',
    'logging.root',
    'logging.LoggerAdapter()',
    'flask.Flask#logger',
    'celery.utils.log.get_task_logger()',
    'structlog.get_logger()',
    'structlog.getLogger()',
    'loguru.logger',
    'absl.logging',
  ]),
  sinks: [
    ...sinks('log', across(['logging.', 'logging.Logger#', 'logging.Logger#opt().'], levels), {
      message: at(0, 'msg'),
    }),
    ...sinks('log', ['logging.log', 'logging.Logger#log'], { message: at(1, 'msg') }),
  ],
  calls: cleans(across(['logging.', 'logging.Logger#'], levels)),
};

const pattern = 're.Pattern#';
const functions = 'match fullmatch search findall finditer split sub subn';

/** Regular expressions: re and regex. */
export const regularExpressions: FrameworkModel = {
  name: 're',
  doc: 'https://docs.python.org/3/library/re.html',
  types: instances(pattern, ['re.compile()', 'regex.compile()']),
  sinks: [
    ...sinks('regex', across(['re.', 'regex.'], 'compile template'), { pattern: at(0, 'pattern') }),
    ...across(['re.', 'regex.'], functions).flatMap((call) =>
      sinks('regex', [call], {
        pattern: at(0, 'pattern'),
        input: /\.subn?$/.test(call) ? at(2, 'string') : at(1, 'string'),
      }),
    ),
    ...sinks('regex', each(pattern, functions), { input: at(0, 'string') }),
  ],
  calls: [
    ...cleans(['re.escape', 'regex.escape'], ['regex']),
    ...gives('argument', ['re.compile', 'regex.compile']),
    // What a substitution leaves is what its pattern lets through.
    ...cleans(across(['re.', 'regex.', pattern], 'sub subn')).map((call) => ({
      ...call,
      cleans: ['html', 'response', 'sql', 'command', 'file-path', 'log', 'response-header', 'ldap'],
    })),
  ],
  checks: [
    ...addressChecks(across(['re.', 'regex.'], 'match search'), at(1, 'string'), at(0, 'pattern')),
    ...checks(['re.fullmatch', 'regex.fullmatch'], at(1, 'string'), {
      pattern: at(0, 'pattern'),
      anchored: true,
    }),
    ...checks(across(['re.', 'regex.'], 'match search'), at(1, 'string'), {
      pattern: at(0, 'pattern'),
    }),
    ...checks([`${pattern}fullmatch`], at(0, 'string'), { pattern: 'receiver', anchored: true }),
    ...checks(each(pattern, 'match search'), at(0, 'string'), { pattern: 'receiver' }),
  ],
};
