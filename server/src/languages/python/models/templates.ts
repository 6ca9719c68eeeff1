import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, kw, markup, sinks } from '../../specs';

const environment = 'jinja2.Environment#';
const environments = across(
  ['jinja2.', 'jinja2.environment.', 'jinja2.sandbox.'],
  'Environment SandboxedEnvironment ImmutableSandboxedEnvironment',
);

/** Jinja2, Mako, Chameleon; Markup. */
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
    ...instances('jinja2.Template#', [
      'jinja2.Template()',
      `${environment}get_template()`,
      `${environment}from_string()`,
      `${environment}select_template()`,
    ]),
    ...instances('mako.Template#', [
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
    ...sinks('render', ['jinja2.Template#render', 'mako.Template#render'], { variables: at(0) }),
    ...sinks(
      'html',
      ['markupsafe.Markup', 'jinja2.Markup', 'jinja2.utils.Markup'],
      { content: at(0) },
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
