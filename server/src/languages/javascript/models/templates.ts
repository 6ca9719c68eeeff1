import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks } from '../../specs';

/** Calls that take a template's source first. */
const compilers = [
  ...each('ejs.', 'render compile'),
  ...each('handlebars.', 'compile precompile'),
  ...each('hbs.', 'compile'),
  'hbs.handlebars.compile',
  ...each('pug.', 'render compile compileClient'),
  ...each('jade.', 'render compile'),
  ...each('nunjucks.', 'renderString compile'),
  ...each('nunjucks.Environment#', 'renderString'),
  'nunjucks.Template',
  ...each('mustache.', 'render parse'),
  ...each('hogan.js.', 'compile'),
  ...each('dot.', 'template compile'),
  'lodash.template',
  ...each('underscore.', 'template'),
  ...each('eta.', 'render renderString compile'),
  ...each('eta.Eta#', 'renderString renderStringAsync'),
  ...each('squirrelly.', 'render compile'),
  ...each('liquidjs.Liquid#', 'parse parseAndRender parseAndRenderSync'),
  ...each('twig.', 'twig'),
];

/** Template engines that are called by themselves; what a framework renders stands with the framework. */
export const templates: FrameworkModel = {
  name: 'templates',
  doc: 'https://ejs.co/#docs',
  types: {
    ...instances('nunjucks.Environment#', ['nunjucks.configure()', 'nunjucks.Environment()']),
    ...instances('eta.Eta#', ['eta.Eta()']),
    ...instances('liquidjs.Liquid#', ['liquidjs.Liquid()']),
  },
  sinks: sinks('template-source', compilers, { template: at(0) }),
  calls: [
    // What is compiled is a function; what it gives has its variables escaped.
    ...cleans(compilers),
    ...cleans(each('nunjucks.', 'render').concat(each('ejs.', 'renderFile'))),
    ...gives('clean', ['pug.renderFile', 'pug.compileFile', 'consolidate.ejs', 'consolidate.pug']),
  ],
};
