import type { CallSpec, FrameworkModel, SinkSpec } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks } from '../../specs';

/** A setting of a parser: the field of this name takes the value. */
function settings(type: string): readonly CallSpec[] {
  return [
    ...gives('clean', each(type, 'setFeature setProperty setAttribute'), {
      effect: { on: 'field', key: at(0), value: at(1) },
    }),
    ...each('', 'XIncludeAware ExpandEntityReferences Validating NamespaceAware').map(
      (name): CallSpec => ({
        call: `${type}set${name}`,
        result: 'clean',
        effect: { on: 'field', name, value: at(0) },
      }),
    ),
  ];
}

interface Parser {
  readonly name: string;
  /** Instance type whose settings count. */
  readonly type: string;
  /** Symbols that make one. */
  readonly made: readonly string[];
  /** Methods that make what parses, keeping the settings. */
  readonly derives?: string;
  /** Methods that read a document. */
  readonly parses: string;
}

const parsers: readonly Parser[] = [
  {
    name: 'DocumentBuilderFactory',
    type: 'javax.xml.parsers.DocumentBuilderFactory#',
    made: each(
      'javax.xml.parsers.DocumentBuilderFactory',
      '() .newInstance() .newDefaultInstance() .newNSInstance()',
    ),
    derives: 'newDocumentBuilder',
    parses: 'parse',
  },
  {
    name: 'SAXParserFactory',
    type: 'javax.xml.parsers.SAXParserFactory#',
    made: each(
      'javax.xml.parsers.SAXParserFactory',
      '() .newInstance() .newDefaultInstance() .newNSInstance()',
    ),
    derives: 'newSAXParser getXMLReader',
    parses: 'parse',
  },
  {
    name: 'XMLReader',
    type: 'org.xml.sax.XMLReader#',
    made: [
      'org.xml.sax.XMLReader()',
      'org.xml.sax.helpers.XMLReaderFactory.createXMLReader()',
      'org.apache.xerces.parsers.SAXParser()',
    ],
    parses: 'parse',
  },
  {
    name: 'DOMParser',
    type: 'org.apache.xerces.parsers.DOMParser#',
    made: ['org.apache.xerces.parsers.DOMParser()'],
    parses: 'parse',
  },
  {
    name: 'XMLInputFactory',
    type: 'javax.xml.stream.XMLInputFactory#',
    made: each(
      'javax.xml.stream.XMLInputFactory',
      '() .newInstance() .newFactory() .newDefaultFactory()',
    ),
    parses: 'createXMLStreamReader createXMLEventReader createFilteredReader',
  },
  {
    name: 'TransformerFactory',
    type: 'javax.xml.transform.TransformerFactory#',
    made: [
      ...each('javax.xml.transform.TransformerFactory', '() .newInstance() .newDefaultInstance()'),
      'javax.xml.transform.sax.SAXTransformerFactory()',
      'javax.xml.transform.sax.SAXTransformerFactory.newInstance()',
    ],
    parses: 'newTransformer newTemplates newXMLFilter',
  },
  {
    name: 'SchemaFactory',
    type: 'javax.xml.validation.SchemaFactory#',
    made: each('javax.xml.validation.SchemaFactory', '() .newInstance() .newDefaultInstance()'),
    parses: 'newSchema',
  },
  {
    name: 'Validator',
    type: 'javax.xml.validation.Validator#',
    made: ['javax.xml.validation.Validator()', 'javax.xml.validation.Schema#newValidator()'],
    parses: 'validate',
  },
  {
    name: 'SAXReader',
    type: 'org.dom4j.io.SAXReader#',
    made: ['org.dom4j.io.SAXReader()'],
    parses: 'read',
  },
  {
    name: 'SAXBuilder',
    type: 'org.jdom2.input.SAXBuilder#',
    made: ['org.jdom2.input.SAXBuilder()', 'org.jdom.input.SAXBuilder()'],
    parses: 'build',
  },
  {
    name: 'Digester',
    type: 'org.apache.commons.digester3.Digester#',
    made: ['org.apache.commons.digester3.Digester()', 'org.apache.commons.digester.Digester()'],
    parses: 'parse',
  },
  {
    name: 'Unmarshaller',
    type: 'javax.xml.bind.Unmarshaller#',
    made: ['javax.xml.bind.Unmarshaller()'],
    parses: 'unmarshal',
  },
];

function typesOf({ type, made, derives }: Parser): Readonly<Record<string, string>> {
  const derived = derives === undefined ? [] : each(type, derives).map((name) => `${name}()`);
  const declared = type.includes('DocumentBuilderFactory')
    ? ['javax.xml.parsers.DocumentBuilder()']
    : type.includes('SAXParserFactory')
      ? ['javax.xml.parsers.SAXParser()']
      : [];
  return instances(type, [...made, ...derived, ...declared]);
}

/** XML parsers of the JDK, Xerces, dom4j and JDOM. */
export const xmlParsers: FrameworkModel = {
  name: 'java-xml',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html#java',
  types: Object.assign({}, ...parsers.map(typesOf)) as Readonly<Record<string, string>>,
  sinks: [
    ...parsers.flatMap(({ name, type, parses }): readonly SinkSpec[] =>
      sinks('xml-parse', each(type, parses), { source: at(0) }, { data: { parser: name } }),
    ),
    // The parser is made; what it will read is not known yet.
    ...parsers.flatMap(({ name, type, derives }): readonly SinkSpec[] =>
      derives === undefined
        ? []
        : sinks('xml-parse', each(type, derives), {}, { data: { parser: name, made: 'yes' } }),
    ),
    // What follows entities because somebody said so.
    ...parsers.flatMap(({ type }) =>
      sinks(
        'xml-parse',
        each(type, 'setFeature setProperty'),
        {},
        {
          data: { parser: 'setting' },
          where: [
            {
              any: [
                {
                  arg: at(0),
                  matches:
                    /external-(?:general|parameter)-entities$|load-external-dtd$|isSupportingExternalEntities$/,
                },
                {
                  arg: at(0),
                  symbol: ['javax.xml.stream.XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES'],
                },
              ],
            },
            {
              any: [
                { arg: at(1), is: [true, 'true'] },
                { arg: at(1), symbol: ['java.lang.Boolean.TRUE'] },
              ],
            },
          ],
        },
      ),
    ),
    // XOM follows entities, unless it is given a reader of its own.
    ...sinks(
      'xml-parse',
      ['nu.xom.Builder'],
      {},
      { data: { parser: 'XOM' }, where: [{ arg: at(0), missing: true }] },
    ),
    ...sinks(
      'xml-parse',
      ['java.beans.XMLDecoder'],
      { source: at(0) },
      { data: { parser: 'XMLDecoder' } },
    ),
  ],
  calls: [
    ...parsers.flatMap(({ type, derives }) => [
      ...settings(type),
      ...(derives === undefined ? [] : gives('derived', each(type, derives))),
    ]),
    ...gives('propagate', [
      'org.xml.sax.InputSource',
      ...each('javax.xml.transform.', 'stream.StreamSource sax.SAXSource dom.DOMSource'),
    ]),
  ],
};

/** XPath of the JDK, JXPath, dom4j. */
export const xpath: FrameworkModel = {
  name: 'java-xpath',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.xml/javax/xml/xpath/XPath.html',
  types: {
    ...instances('javax.xml.xpath.XPath#', [
      'javax.xml.xpath.XPath()',
      'javax.xml.xpath.XPathFactory#newXPath()',
    ]),
    ...instances(
      'javax.xml.xpath.XPathFactory#',
      each('javax.xml.xpath.XPathFactory', '() .newInstance() .newDefaultInstance()'),
    ),
  },
  sinks: [
    ...sinks('xpath', each('javax.xml.xpath.XPath#', 'evaluate compile evaluateExpression'), {
      expression: at(0),
    }),
    ...sinks('xpath', each('*.', 'selectNodes selectSingleNode selectValue'), {
      expression: at(0),
    }),
    ...sinks('xpath', each('org.apache.xpath.XPathAPI.', 'selectNodeList selectSingleNode eval'), {
      expression: at(1),
    }),
    ...sinks(
      'xpath',
      each('org.apache.commons.jxpath.JXPathContext#', 'getValue iterate selectNodes'),
      { expression: at(0) },
    ),
  ],
  calls: cleans(each('javax.xml.xpath.XPath#', 'evaluate compile evaluateExpression')),
};
