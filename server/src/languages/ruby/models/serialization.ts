import type { Condition, FrameworkModel, SinkSpec } from '../../../engine/model';
import { at, cleans, each, gives, instances, kw, sinks } from '../../specs';

/** Loaders that everybody uses for plain data too: only what others send is worth a word. */
const fromOutside: readonly Condition[] = [
  { any: ['remote', 'local', 'param', 'field'].map((taint) => ({ arg: at(0), taint })) },
];

/** Text and bytes that become objects. */
export const serialization: FrameworkModel = {
  name: 'serialization',
  doc: 'https://docs.ruby-lang.org/en/3.4/security_rdoc.html',
  sinks: [
    ...sinks(
      'deserialize',
      ['Marshal.load', 'Marshal.restore'],
      { data: at(0) },
      { data: { format: 'marshal' } },
    ),
    ...sinks(
      'deserialize',
      [
        ...each('YAML.', 'load unsafe_load load_file unsafe_load_file load_documents load_stream'),
        ...each('Psych.', 'load unsafe_load load_file unsafe_load_file load_documents load_stream'),
        'Syck.load',
      ],
      { data: at(0) },
      {
        data: { format: 'yaml' },
        where: [
          ...fromOutside,
          // Only the loader of Psych 4, which is safe, takes these.
          { arg: kw('permitted_classes'), missing: true },
          { arg: kw('safe'), missing: true },
        ],
      },
    ),
    ...sinks('deserialize', ['Oj.object_load'], { data: at(0) }, { data: { format: 'json' } }),
    ...sinks(
      'deserialize',
      ['Oj.load'],
      { data: at(0), options: kw('mode') },
      {
        data: { format: 'json' },
        where: [
          {
            any: [
              { arg: kw('mode'), missing: true },
              { arg: kw('mode'), is: ['object'] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      ['JSON.load', 'JSON.restore', 'JSON.unsafe_load'],
      { data: at(0) },
      {
        data: { format: 'json' },
        where: [{ arg: kw('create_additions'), is: [true] }],
      },
    ),
    ...sinks(
      'deserialize',
      ['JSON.parse'],
      { data: at(0) },
      {
        data: { format: 'json' },
        where: [{ arg: kw('create_additions'), is: [true] }],
      },
    ),
    ...sinks(
      'deserialize',
      ['Ox.parse_obj', 'CSV.load'],
      { data: at(0) },
      { data: { format: 'xml' }, where: fromOutside },
    ),
    ...sinks(
      'deserialize',
      ['Ox.load'],
      { data: at(0) },
      { data: { format: 'xml' }, where: [{ arg: kw('mode'), is: ['object'] }] },
    ),
    ...sinks(
      'deserialize',
      ['Hash.from_trusted_xml'],
      { data: at(0) },
      { data: { format: 'xml' } },
    ),
  ],
  calls: [
    ...gives('propagate', [
      ...each('JSON.', 'parse load generate pretty_generate dump'),
      ...each('YAML.', 'safe_load load unsafe_load dump'),
      ...each('Psych.', 'safe_load load dump'),
      'Oj.load',
      'Oj.safe_load',
      'Oj.strict_load',
      'Oj.dump',
      'Marshal.load',
      'CSV.parse',
      'CSV.parse_line',
    ]),
    ...cleans(['*.to_json'], ['html', 'response']),
  ],
};

const nokogiri = each('Nokogiri.XML.', 'parse Document.parse');

/** XML parsers: Nokogiri reads no external entities unless it is told to; REXML cannot. */
export const xml: FrameworkModel = {
  name: 'xml',
  doc: 'https://nokogiri.org/rdoc/Nokogiri/XML/ParseOptions.html',
  types: {
    ...instances('Nokogiri.Document#', [
      'Nokogiri.XML()',
      'Nokogiri.HTML()',
      'Nokogiri.HTML5()',
      'Nokogiri.XML.parse()',
      'Nokogiri.XML.Document.parse()',
      'Nokogiri.HTML.parse()',
      'Nokogiri.parse()',
    ]),
    ...instances('REXML.Document#', ['REXML.Document()']),
  },
  sinks: [
    ...sinks(
      'xml-parse',
      ['Nokogiri.XML', ...nokogiri, 'Nokogiri.parse'],
      { source: at(0), options: at(3, 'options'), parser: kw('yield') },
      { data: { parser: 'nokogiri' } },
    ),
    ...sinks(
      'xml-parse',
      [
        'LibXML.XML.Parser.string',
        'LibXML.XML.Document.string',
        'LibXML.XML.Parser.file',
        'XML.Parser.string',
      ],
      { source: at(0), options: kw('options') },
      { data: { parser: 'libxml' } },
    ),
    // What all documents are read with from then on.
    ...['default_substitute_entities', 'default_load_external_dtd'].map(
      (assignKey): SinkSpec => ({
        kind: 'xml-parse',
        at: { assignKey },
        where: [{ arg: at(0), is: [true] }],
        data: { parser: 'libxml-ruby' },
      }),
    ),
    ...sinks(
      'xml-parse',
      ['REXML.Document'],
      { source: at(0) },
      { data: { parser: 'rexml', safe: 'yes' } },
    ),
    ...sinks(
      'xpath',
      [
        ...each('Nokogiri.Document#', 'xpath at_xpath search at css at_css'),
        ...each('*.', 'xpath at_xpath'),
      ],
      { expression: at(0) },
    ),
    ...sinks('xpath', each('REXML.XPath.', 'first each match'), { expression: at(1) }),
  ],
};

/** Templates whose text is made while the program runs. */
export const templates: FrameworkModel = {
  name: 'templates',
  doc: 'https://docs.ruby-lang.org/en/3.4/ERB.html',
  types: instances('ERB#', ['ERB()', 'ERB.new()']),
  sinks: [
    ...sinks(
      'template-source',
      [
        'ERB',
        'Erubi.Engine',
        'Erubis.Eruby',
        'Haml.Engine',
        'Haml.Template',
        'Slim.Template',
        'Liquid.Template.parse',
        'Tilt.ERBTemplate',
        'Mustache.render',
      ],
      { template: at(0) },
    ),
  ],
};

/** net-ldap: a filter that is made of text. */
export const ldap: FrameworkModel = {
  name: 'net-ldap',
  doc: 'https://www.rubydoc.info/gems/net-ldap/Net/LDAP',
  types: instances('Net.LDAP#', ['Net.LDAP()', 'Net.LDAP.new()', 'Net.LDAP.open()']),
  sinks: [
    ...sinks('ldap', ['Net.LDAP#search', 'Net.LDAP#delete', 'Net.LDAP#modify', 'Net.LDAP#add'], {
      filter: kw('filter'),
      dn: kw('base'),
    }),
    ...sinks(
      'ldap',
      ['Net.LDAP.Filter.construct', 'Net.LDAP.Filter.from_rfc2254', 'Net.LDAP.Filter.from_rfc4515'],
      { filter: at(0) },
    ),
    ...sinks(
      'secret',
      ['Net.LDAP#auth', 'Net.LDAP#authenticate'],
      { value: at(1) },
      { data: { of: 'password' } },
    ),
  ],
  calls: cleans(
    [
      'Net.LDAP.Filter.escape',
      'Net.LDAP.Filter.eq',
      'Net.LDAP.Filter.equals',
      'Net.LDAP.DN.escape',
    ],
    ['ldap'],
  ),
};
