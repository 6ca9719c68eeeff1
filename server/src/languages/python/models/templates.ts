import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, kw, markup, sinks } from '../../specs';
import { is } from './spec';

const environment = 'jinja2.Environment#';
const environments = across(
  ['jinja2.', 'jinja2.environment.', 'jinja2.sandbox.'],
  'Environment SandboxedEnvironment ImmutableSandboxedEnvironment',
);

/** Jinja2, Mako, Chameleon, Tornado and others; Markup. */
export const templates: FrameworkModel = {
  name: 'templates',
  doc: 'https://jinja.palletsprojects.com/en/stable/api/',
  types: {
    ...instances('markupsafe.Markup#', [
      ...each('markupsafe.', 'Markup() escape()'),
      'flask.Markup()',
      'jinja2.Markup()',
    ]),
    ...instances(
      environment,
      environments.map((name) => `${name}()`),
    ),
    'flask.Flask#jinja_env': environment,
    'fastapi.templating.Jinja2Templates().env': environment,
    ...instances('jinja2.Template#', [
      'jinja2.Template()',
      `${environment}get_template()`,
      `${environment}from_string()`,
      `${environment}select_template()`,
    ]),
    ...instances('mako.Template#', [
      'mako.lookup.TemplateLookup().get_def()',
      'mako.template.Template()',
      'mako.lookup.TemplateLookup().get_template()',
    ]),
  },
  sinks: [
    ...sinks(
      'template-source',
      [
        'jinja2.Template',
        'jinja2.environment.Template',
        `${environment}from_string`,
        `${environment}compile`,
        'mako.template.Template',
        'chameleon.PageTemplate',
        'chameleon.PageTextTemplate',
        'genshi.template.MarkupTemplate',
        'genshi.template.TextTemplate',
        'Cheetah.Template.Template',
        'airspeed.Template',
        'web.template.Template',
        'Cheetah.Template.Template.compile',
        'pybars.Compiler().compile',
        'pystache.render',
        'chevron.render',
      ],
      { template: at(0, 'source') },
    ),
    ...sinks(
      'escape-off',
      environments,
      { value: kw('autoescape') },
      {
        where: [
          {
            any: [
              { arg: kw('autoescape'), missing: true },
              { arg: kw('autoescape'), is: [false] },
            ],
          },
        ],
      },
    ),
    {
      kind: 'escape-off',
      at: { assign: `${environment}autoescape` },
      roles: { value: at(0) },
      where: is(at(0), false),
    },
    ...sinks(
      'escape-off',
      [
        ...each('tornado.template.', 'Loader DictLoader Template'),
        ...each('django.template.', 'Engine Context RequestContext engine.Engine'),
        ...across(['fastapi.templating.', 'starlette.templating.'], 'Jinja2Templates'),
        'aiohttp_jinja2.setup',
        'airspeed.Template',
        'jinja2.Template',
        'jinja2.environment.Template',
      ],
      { value: kw('autoescape') },
      { where: is(kw('autoescape'), false, null) },
    ),
    ...sinks('render', ['jinja2.Template#render', 'mako.Template#render'], { variables: at(0) }),
    // Made without an environment, a template escapes nothing.
    ...sinks(
      'escape-off',
      ['jinja2.Template', 'jinja2.environment.Template'],
      {},
      {
        where: [
          { arg: kw('autoescape'), missing: true },
          { arg: at(0, 'source'), matches: /^(?=.*\{\{).*<\/?[a-z][^<>]*>/is },
        ],
      },
    ),
    // Mako escapes where filters say so, for all templates or for one value.
    ...sinks(
      'escape-off',
      ['mako.template.Template', 'mako.lookup.TemplateLookup'],
      {},
      {
        where: [
          { arg: kw('default_filters'), missing: true },
          { arg: at(0), missing: false },
        ],
      },
    ),
    ...sinks(
      'html',
      [
        'markupsafe.Markup',
        'jinja2.Markup',
        'jinja2.utils.Markup',
        'wtforms.widgets.HTMLString',
        'wtforms.widgets.core.HTMLString',
        'webhelpers.html.literal',
        'webhelpers2.html.literal',
        'chameleon.utils.Markup',
        'genshi.Markup',
        'genshi.core.Markup',
        'genshi.input.HTML',
        'kajiki.util.literal',
        'dominate.util.raw',
        'airium.Airium().raw',
        'IPython.display.HTML',
        'htpy.Markup',
      ],
      { content: at(0) },
      { data: { context: 'raw' } },
    ),
    // Streamlit, NiceGUI and Bokeh show HTML as it is where that is asked for.
    ...sinks(
      'html',
      each('streamlit.', 'markdown write sidebar.markdown'),
      { content: at(0, 'body') },
      { data: { context: 'raw' }, where: is(kw('unsafe_allow_html'), true) },
    ),
    ...sinks(
      'html',
      ['nicegui.ui.html', 'bokeh.models.Div', 'bokeh.models.widgets.Div', 'panel.pane.HTML'],
      { content: at(0, 'text') },
      { data: { context: 'raw' } },
    ),
  ],
  calls: [
    ...cleans(
      [
        ...each('markupsafe.', 'escape escape_silent soft_str'),
        ...each('jinja2.', 'escape utils.escape'),
        ...each('html.', 'escape'),
        ...each('cgi.', 'escape'),
        ...each('bleach.', 'clean linkify'),
        ...each('nh3.', 'clean clean_text'),
        'lxml.html.clean.clean_html',
        'lxml_html_clean.clean_html',
        'markupsafe.Markup.escape',
      ],
      markup,
    ),
    // Markup escapes what is put into it.
    ...cleans(each('markupsafe.Markup#', 'format join % +'), markup),
    ...cleans(['jinja2.Template#render', 'mako.Template#render'], ['template-source']),
  ],
};
