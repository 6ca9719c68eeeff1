import type { FrameworkModel } from '../../../engine/model';
import { across, instances, sinks } from '../../specs';

const levels = 'log info warn error debug trace fatal verbose silly http';

/** Loggers, the console first. */
export const logging: FrameworkModel = {
  name: 'logging',
  doc: 'https://nodejs.org/api/console.html',
  types: instances('logger#', [
    'winston.createLogger()',
    'winston.Logger()',
    'pino()',
    'pino.default()',
    'bunyan.createLogger()',
    'log4js.getLogger()',
    'loglevel.getLogger()',
    '@nestjs/common.Logger()',
  ]),
  sinks: sinks('log', across(['console.', 'winston.', 'logger#', 'loglevel.'], levels)),
};
