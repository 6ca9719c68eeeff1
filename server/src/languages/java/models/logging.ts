import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, instances, sinks } from '../../specs';

const logger = 'org.slf4j.Logger#';
const levels = `trace debug info warn error fatal log logp severe warning config fine finer finest
  entering exiting atInfo`;

/** SLF4J, Log4j, Logback, Commons Logging, java.util.logging. */
export const logging: FrameworkModel = {
  name: 'java-logging',
  doc: 'https://www.slf4j.org/api/org/slf4j/Logger.html',
  types: instances(logger, [
    ...each('org.slf4j.', 'Logger() LoggerFactory.getLogger()'),
    ...each(
      'org.apache.logging.log4j.',
      'Logger() LogManager.getLogger() LogManager.getRootLogger()',
    ),
    ...each(
      'org.apache.log4j.',
      'Logger() Logger.getLogger() Logger.getRootLogger() LogManager.getLogger() Category()',
    ),
    ...each(
      'java.util.logging.',
      'Logger() Logger.getLogger() Logger.getGlobal() Logger.getAnonymousLogger()',
    ),
    ...each('org.apache.commons.logging.', 'Log() LogFactory.getLog()'),
    ...each(logger, 'atTrace() atDebug() atInfo() atWarn() atError()'),
    ...each('org.jboss.logging.', 'Logger() Logger.getLogger()'),
    'ch.qos.logback.classic.Logger()',
  ]),
  sinks: sinks(
    'log',
    [
      ...each(logger, levels),
      ...each('javax.servlet.', 'ServletContext#log GenericServlet#log http.HttpServlet#log'),
    ],
    { message: at(0) },
  ),
  calls: cleans(each(logger, levels)),
};
