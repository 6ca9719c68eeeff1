import { role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import { detection, isTestFile } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';
import { isUnknown } from '../textParts';
import { fixes } from './fix';

const advice = 'Turn external entities and DTDs off in the parser.';

const messages = {
  remote: `This parser follows external entities, and the XML comes from the request. Whoever sends it can read files of this server. ${advice}`,
  other: `This parser follows external entities. XML from a stranger can make it read files of this server or call inner services. ${advice}`,
} as const;

const expatMessage =
  'This parser (Expat) follows no external entities, but it expands those that stand in the text. With old versions (before 2.4.1) a few lines grow to gigabytes, and the program stops. Read XML from strangers with a parser that refuses entities, such as fast-xml-parser with `processEntities: false`.';
const expansionMessage =
  'Python’s own XML parsers follow no external entities, but they expand those that stand in the text. With old versions of Expat (before 2.4.1) a few lines grow to gigabytes, and the program stops. Read XML from strangers with defusedxml.';

/** CWE-611: XML that makes its parser fetch something. */
export const rule: Rule = {
  id: 'xml-external-entities',
  title: 'XML parser that follows external entities',
  cwe: [611, 776],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['xml-parse'],
  fixes,
  check(site, context) {
    if (site.spec?.data?.parser === 'expat' && !saxFollows(site)) {
      return expandsEntities(site, context);
    }
    if (site.spec?.data?.safe === 'yes' || !followsEntities(site, context)) return undefined;
    const source = role(site, 'source');
    const from = source && exposure(source.value, 'xml-parse', context.flow);
    if (from?.level === 'remote') {
      return detection(site, 'error', messages.remote, { taint: from.taint });
    }
    // XML that the program itself brings along is harmless.
    if (source?.value.constant || isTestFile(context.flow.file)) return undefined;
    return detection(site, 'warning', messages.other);
  },
};

/** CWE-776: text that grows when it is read. Whoever wrote a file of the program's own means no harm. */
function expandsEntities(site: Site, context: RuleContext) {
  const message = context.module.language === 'python' ? expansionMessage : expatMessage;
  const source = role(site, 'source');
  const made = site.spec?.data?.made === 'yes';
  if (isTestFile(context.flow.file) || !(made || source)) return undefined;
  // Whoever makes the parser by hand has looked at what it does.
  if (role(site, 'parser')) return undefined;
  if (made || !source) return detection(site, 'hint', message);
  const from = exposure(source.value, 'xml-parse', context.flow);
  if (from.level === 'none' && !isUnknown(source.value, source.node, context.module)) {
    return undefined;
  }
  return detection(site, 'hint', message, {
    ...(from.level !== 'none' && { taint: from.taint }),
  });
}

/** Whether the parser of a site surely follows external entities. */
function followsEntities(site: Site, context: RuleContext): boolean {
  const parser = site.spec?.data?.parser ?? '';
  const configured = role(site, 'parser') ?? site.receiver;
  const java = javaParsers[parser];
  if (java) return configured !== undefined && isUnprotected(configured.value, java);
  if (parser === 'lxml') return lxmlFollows(site, context);
  if (libxmlParsers.includes(parser)) return libxmlFollows(site, context);
  // The conditions of the model have decided.
  return true;
}

// --- Java

/** One way to protect a parser: all of these settings, by the end of their names. */
type Protection = readonly (readonly [name: RegExp, is: string | boolean])[];

const noDoctype: Protection = [[/disallow-doctype-decl$/, true]];
const noEntities: Protection = [
  [/external-general-entities$/, false],
  [/external-parameter-entities$/, false],
];
const secure: Protection = [[/secure-?processing$/i, true]];
const secureConstant: Protection = [[/FEATURE_SECURE_PROCESSING$/, true]];
const noExternalDtd: Protection = [[/ACCESS_?EXTERNAL_?DTD$/i, '']];
const noDtd: Protection = [[/SUPPORT_?DTD$/i, false]];
const noExternal: Protection = [[/IS_?SUPPORTING_?EXTERNAL_?ENTITIES$/i, false]];
const noReplacement: Protection = [[/IS_?REPLACING_?ENTITY_?REFERENCES$/i, false]];

const domLike = [noDoctype, noEntities, secure, secureConstant, noExternalDtd];
const streamLike = [noDtd, noExternal, noReplacement, noExternalDtd];
const transformLike: readonly Protection[] = [
  secure,
  secureConstant,
  [...noExternalDtd, [/ACCESS_?EXTERNAL_?STYLESHEET$/i, '']],
];
const schemaLike: readonly Protection[] = [
  secure,
  secureConstant,
  noDoctype,
  [...noExternalDtd, [/ACCESS_?EXTERNAL_?SCHEMA$/i, '']],
];

/**
 * What protects each of Java's parsers; see
 * https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html#java
 */
const javaParsers: Readonly<Record<string, readonly Protection[]>> = {
  DocumentBuilderFactory: domLike,
  SAXParserFactory: domLike,
  XMLReader: domLike,
  SAXReader: domLike,
  SAXBuilder: domLike,
  Digester: domLike,
  XMLInputFactory: streamLike,
  TransformerFactory: transformLike,
  SchemaFactory: schemaLike,
  Validator: schemaLike,
};

/** A resolver of the program's own decides what is fetched. */
const resolvers = /^(?:entityResolver|xmlResolver|XMLResolver|resourceResolver)$/;

function isUnprotected(parser: Value, protections: readonly Protection[]): boolean {
  const { shape } = parser;
  if (shape?.kind !== 'map' || shape.open) return false;
  const settings = [...shape.fields];
  if (settings.some(([name]) => resolvers.test(name))) return false;
  return !protections.some((protection) =>
    protection.every(([name, is]) =>
      settings.some(([key, value]) => {
        if (!name.test(key)) return false;
        // A setting that is not known may be the right one.
        return value.constant === undefined || sameSetting(value.constant.value, is);
      }),
    ),
  );
}

function sameSetting(known: unknown, is: string | boolean): boolean {
  return known === is || (typeof is === 'boolean' && String(known).toLowerCase() === String(is));
}

// --- Python

/** Off since Python 3.7.1: https://docs.python.org/3/library/xml.sax.handler.html */
const saxFeature = /[./]external-(?:general|parameter)-entities#?$/;

/** Whether a SAX parser was told to follow external entities. */
function saxFollows(site: Site): boolean {
  const shape = role(site, 'parser')?.value.shape;
  if (shape?.kind !== 'map') return false;
  return [...shape.fields].some(
    ([name, { constant }]) =>
      saxFeature.test(name) && (constant?.value === true || constant?.value === 1),
  );
}

/**
 * lxml up to 4 resolves entities unless told otherwise; since 5.0 only internal ones. So what is
 * said counts, and without a word only data of the request.
 */
function lxmlFollows(site: Site, { flow }: RuleContext): boolean {
  const said = site.args.find(({ name }) => name === 'resolve_entities')?.value.constant?.value;
  if (said !== undefined) return said === true;
  if (site.args.some(({ name }) => name === 'resolve_entities')) return false;
  const network = site.args.find(({ name }) => name === 'no_network')?.value.constant?.value;
  if (network === false) return true;
  if (role(site, 'parser')) return false;
  const source = role(site, 'source');
  return source !== undefined && exposure(source.value, 'xml-parse', flow).level === 'remote';
}

// --- PHP, Ruby and Node.js: libxml2 follows entities only when it is told to

const libxmlParsers = ['libxml', 'nokogiri', 'libxmljs'];
const flag = /(?:^|\b|_|:)(?:noent|dtdload|dtdvalid|DTDATTR)\b/i;
const options = ['noent', 'dtdload', 'dtdvalid', 'replaceEntities', 'loadExternalDtd'];

function libxmlFollows(site: Site, context: RuleContext): boolean {
  const given: readonly (SiteArg | undefined)[] = [
    role(site, 'options'),
    role(site, 'parser'),
    // The block of Nokogiri::XML(text) { |config| config.noent }.
    ...site.args.filter(({ value }) => value.fn !== undefined),
  ];
  return given.some((arg) => {
    if (!arg) return false;
    const { shape } = arg.value;
    if (shape?.kind === 'map') {
      return options.some((name) => shape.fields.get(name)?.constant?.value === true);
    }
    return flag.test(context.text.slice(arg.node.start, arg.node.end));
  });
}
