import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, sinks, sources } from '../../specs';

const libxml = ['libxmljs.', 'libxmljs2.'];

/** XML parsers, and XPath. */
export const xml: FrameworkModel = {
  name: 'xml',
  doc: 'https://github.com/libxmljs/libxmljs/wiki#xml-parsing',
  types: {
    ...instances('libxmljs.Document#', across(libxml, 'parseXml() parseXmlString() parseHtml()')),
    ...instances('xpath.Expression#', ['xpath.parse()']),
    ...instances('node-expat.Parser#', ['node-expat.Parser()', 'node-expat.createParser()']),
  },
  sinks: [
    // Entities are followed only when it is asked for.
    ...sinks(
      'xml-parse',
      [
        ...across(libxml, 'parseXml parseXmlString parseXmlAsync'),
        ...each('*.', 'parseXml parseXmlString'),
      ],
      { source: at(0), options: at(1) },
      { data: { parser: 'libxmljs' } },
    ),
    // A parser that another file hands over; only this one knows the option.
    ...sinks(
      'xml-parse',
      each('*.', 'parseXml parseXmlString'),
      { source: at(0), options: at(1) },
      {
        data: { parser: 'libxmljs' },
        where: [{ arg: at(1), path: ['noent'], is: [true] }],
      },
    ),
    // Expat, and what is built on it, expands the entities that a text declares.
    ...sinks(
      'xml-parse',
      [...each('node-expat.Parser#', 'parse write end'), 'xml2json.toJson'],
      { source: at(0) },
      { data: { parser: 'expat' } },
    ),
    ...sinks('xpath', ['xpath.select', 'xpath.select1', 'xpath.evaluate', 'xpath.parse'], {
      expression: at(0),
    }),
    ...sinks('xpath', each('libxmljs.Document#', 'find get'), { expression: at(0) }),
    ...sinks('xpath', ['document.evaluate'], { expression: at(0) }),
  ],
  calls: cleans(each('xpath.', 'select select1 evaluate parse')),
};

const clients = ['ldapjs.Client#', 'ldapts.Client#'];
const filters = 'EqualityFilter SubstringFilter PresenceFilter AndFilter OrFilter NotFilter';

/** LDAP clients. */
export const ldap: FrameworkModel = {
  name: 'ldap',
  doc: 'https://github.com/ldapjs/node-ldapjs#readme',
  types: {
    ...instances('ldapjs.Client#', ['ldapjs.createClient()']),
    ...instances('ldapts.Client#', ['ldapts.Client()']),
  },
  sinks: [
    // The filter stands in the options; the rule looks at all that is in them.
    ...sinks('ldap', across(clients, 'search'), { dn: at(0), filter: at(1) }),
    ...sinks('ldap', across(clients, 'bind add del modify compare modifyDN'), { dn: at(0) }),
    ...sinks('ldap', ['ldapjs.parseFilter', 'ldapjs.filters.parseString'], { filter: at(0) }),
    ...sinks(
      'clear-text',
      ['ldapjs.createClient', 'ldapts.Client'],
      { url: at(0) },
      {
        data: { protocol: 'ldap' },
        where: [{ arg: at(0), path: ['url'], matches: /^ldap:/i }],
      },
    ),
    ...sinks(
      'tls-off',
      ['ldapjs.createClient', 'ldapts.Client'],
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0), path: ['tlsOptions', 'rejectUnauthorized'], is: [false] }],
      },
    ),
  ],
  calls: cleans(
    [
      ...across(['ldapjs.', 'ldapjs.filters.', 'ldapts.'], filters),
      'ldap-escape.filter',
      'ldap-escape.dn',
      'ldapjs.escapeFilterValue',
    ],
    ['ldap'],
  ),
};

const entry = { source: 'a name in an archive', kind: 'archive-entry' } as const;

/** Archives: their entries have names of their maker's choice. */
export const archives: FrameworkModel = {
  name: 'archives',
  doc: 'https://github.com/cthackers/adm-zip/wiki/ADM-ZIP',
  types: {
    ...instances('adm-zip.Zip#', ['adm-zip()']),
    ...instances('unzipper.Parser#', ['unzipper.Parse()', 'unzip.Parse()', 'unzip-stream.Parse()']),
    ...instances('tar-stream.Extract#', ['tar-stream.extract()']),
    ...instances('tar.Parser#', ['tar.Parse()', 'tar.Parser()']),
    ...instances('jszip.Zip#', ['jszip()', 'jszip.loadAsync()', 'jszip.Zip#loadAsync()']),
  },
  sources: [
    ...sources('archive-entry', entry.source, ['adm-zip.Zip#getEntries'], true),
    ...sources('archive-entry', entry.source, ['jszip.Zip#files']),
  ],
  entryPoints: [
    {
      by: 'registration',
      call: 'yauzl.open',
      from: 1,
      params: [undefined, 'yauzl.Zip#'],
    },
    {
      by: 'registration',
      call: 'yauzl.fromBuffer',
      from: 1,
      params: [undefined, 'yauzl.Zip#'],
    },
    ...['unzipper.Parser#on', 'tar-stream.Extract#on', 'tar.Parser#on', 'yauzl.Zip#on'].map(
      (call) =>
        ({
          by: 'registration',
          call,
          from: 1,
          params: [entry],
          where: [{ arg: at(0), is: ['entry'] }],
        }) as const,
    ),
    { by: 'registration', call: 'jszip.Zip#forEach', from: 0, params: [entry, entry] },
  ],
  // What is piped into a parser is what the parser gives.
  calls: [{ call: '*.pipe', result: 'argument' }],
};
