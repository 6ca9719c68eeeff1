import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, markup, sinks } from '../../specs';
import { is } from './spec';

const elementTree = ['xml.etree.ElementTree.', 'xml.etree.cElementTree.'];
const lxml = 'lxml.etree.';
const lxmlParses = each(lxml, 'parse fromstring XML iterparse XMLID');
const defused = across(
  [
    'defusedxml.ElementTree.',
    'defusedxml.cElementTree.',
    'defusedxml.minidom.',
    'defusedxml.sax.',
    'defusedxml.pulldom.',
    'defusedxml.lxml.',
    'defusedxml.',
  ],
  'parse fromstring parseString iterparse XML',
);
const saxReader = 'xml.sax.Reader#';
const nodes = ['lxml.Element#', 'lxml.ElementTree#'];

/** XML parsers, and XPath. */
export const xml: FrameworkModel = {
  name: 'xml',
  doc: 'https://docs.python.org/3/library/xml.html#xml-vulnerabilities',
  types: {
    ...instances('lxml.XMLParser#', each(lxml, 'XMLParser() ETCompatXMLParser() XMLPullParser()')),
    ...instances('lxml.ElementTree#', [`${lxml}parse()`, `${lxml}ElementTree()`]),
    ...instances('lxml.Element#', [
      `${lxml}fromstring()`,
      `${lxml}XML()`,
      `${lxml}HTML()`,
      'lxml.html.fromstring()',
      'lxml.ElementTree#getroot()',
    ]),
    ...instances(
      'xml.Element#',
      across(elementTree, 'fromstring() XML()').concat('xml.ElementTree#getroot()'),
    ),
    ...instances('xml.ElementTree#', across(elementTree, 'parse() ElementTree()')),
    // Under the names of their constants as under their own.
    ...instances('xml.sax.external-general-entities#', ['xml.sax.handler.feature_external_ges']),
    ...instances('xml.sax.external-parameter-entities#', ['xml.sax.handler.feature_external_pes']),
    ...instances(saxReader, each('xml.sax.', 'make_parser() expatreader.create_parser()')),
  },
  sinks: [
    // Expat resolves no external entities, but expands internal ones.
    ...sinks(
      'xml-parse',
      across(elementTree, 'parse fromstring XML iterparse XMLPullParser'),
      { source: at(0), parser: at(1, 'parser') },
      { data: { parser: 'expat' } },
    ),
    ...sinks(
      'xml-parse',
      [
        ...each('xml.dom.minidom.', 'parse parseString'),
        ...each('xml.dom.pulldom.', 'parse parseString'),
        ...each('xml.dom.expatbuilder.', 'parse parseString'),
        ...each('xml.parsers.expat.', 'ParserCreate().Parse ParserCreate().ParseFile'),
      ],
      { source: at(0), parser: at(1, 'parser') },
      { data: { parser: 'expat' } },
    ),
    ...sinks(
      'xml-parse',
      each('xml.sax.', 'parse parseString'),
      { source: at(0) },
      { data: { parser: 'expat' } },
    ),
    ...sinks(
      'xml-parse',
      each(saxReader, 'parse feed'),
      { source: at(0), parser: 'receiver' },
      { data: { parser: 'expat' } },
    ),
    // The default of `resolve_entities` was True before lxml 5, and still reads local files then.
    ...sinks(
      'xml-parse',
      lxmlParses,
      { source: at(0), parser: at(1, 'parser') },
      { data: { parser: 'lxml' } },
    ),
    ...sinks(
      'xml-parse',
      [`${lxml}XMLParser`, `${lxml}ETCompatXMLParser`],
      { options: kw('resolve_entities') },
      { data: { parser: 'lxml-parser' }, where: is(kw('resolve_entities'), true) },
    ),
    ...sinks(
      'xml-parse',
      defused,
      { source: at(0) },
      { data: { parser: 'defusedxml', safe: 'yes' } },
    ),
    ...sinks('xml-parse', ['xmltodict.parse'], { source: at(0) }, { data: { parser: 'expat' } }),
    ...sinks(
      'xml-parse',
      ['xmlrpc.client.loads', 'xmlrpclib.loads'],
      { source: at(0) },
      { data: { parser: 'expat' } },
    ),
    // Whoever calls such a server writes the XML that it reads.
    ...sinks(
      'xml-parse',
      [
        ...each('xmlrpc.server.', 'SimpleXMLRPCServer CGIXMLRPCRequestHandler DocXMLRPCServer'),
        ...each('SimpleXMLRPCServer.', 'SimpleXMLRPCServer'),
        'DocXMLRPCServer.DocXMLRPCServer',
      ],
      {},
      { data: { parser: 'expat', made: 'yes' } },
    ),
    ...sinks('xpath', across(nodes, 'xpath'), { expression: at(0) }),
    ...sinks('xpath', each('lxml.etree.', 'XPath ETXPath XPathEvaluator'), { expression: at(0) }),
    ...sinks('xpath', ['*.xpath'], { expression: at(0) }),
    // https://elementpath.readthedocs.io/en/latest/xpath_api.html
    ...sinks('xpath', each('elementpath.', 'select iter_select'), { expression: at(1, 'path') }),
    ...sinks('xpath', ['elementpath.Selector'], { expression: at(0, 'path') }),
    ...sinks(
      'xpath',
      across(['xml.Element#', 'xml.ElementTree#', ...nodes], 'find findall findtext iterfind'),
      { expression: at(0, 'path') },
    ),
  ],
  calls: [
    ...cleans(['xml.sax.saxutils.escape', 'xml.sax.saxutils.quoteattr'], markup),
    // https://docs.python.org/3/library/xml.sax.reader.html#xml.sax.xmlreader.XMLReader.setFeature
    ...gives('clean', [`${saxReader}setFeature`], {
      effect: { on: 'field', key: at(0), value: at(1) },
    }),
  ],
};
