import type { Site } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importClass } from '../repairs/imports';
import { freeName, functionsAround, mergedInsertions } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/** Java: settings of the factory, or of the parser itself, in front of the line that uses it. */

const noDoctype = '"http://apache.org/xml/features/disallow-doctype-decl"';

interface Protection {
  readonly by: string;
  /** The settings, for a parser of this name. */
  readonly lines: (parser: string, constants: string) => readonly string[];
  /** The class whose constants they use. */
  readonly constants?: string;
  /** Checked exceptions that the parser's own methods do not throw. */
  readonly throws?: RegExp;
}

const refuseDoctype: Protection = {
  by: 'disallow-doctype-decl',
  lines: (parser) => [`${parser}.setFeature(${noDoctype}, true);`],
};

const noAccess = (method: string, other: string): Protection => ({
  by: 'ACCESS_EXTERNAL_DTD',
  constants: 'javax.xml.XMLConstants',
  lines: (parser, constants) => [
    `${parser}.${method}(${constants}.ACCESS_EXTERNAL_DTD, "");`,
    `${parser}.${method}(${constants}.${other}, "");`,
  ],
});

/** https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html#java */
const protections: Readonly<Record<string, Protection>> = {
  DocumentBuilderFactory: refuseDoctype,
  SAXParserFactory: refuseDoctype,
  XMLReader: refuseDoctype,
  DOMParser: refuseDoctype,
  SAXBuilder: refuseDoctype,
  SAXReader: { ...refuseDoctype, throws: /\b(?:Exception|SAXException|Throwable)\b/ },
  Digester: {
    ...refuseDoctype,
    throws: /\b(?:Exception|Throwable|ParserConfigurationException)\b/,
  },
  XMLInputFactory: {
    by: 'SUPPORT_DTD',
    constants: 'javax.xml.stream.XMLInputFactory',
    lines: (parser, constants) => [`${parser}.setProperty(${constants}.SUPPORT_DTD, false);`],
  },
  TransformerFactory: noAccess('setAttribute', 'ACCESS_EXTERNAL_STYLESHEET'),
  SchemaFactory: noAccess('setProperty', 'ACCESS_EXTERNAL_SCHEMA'),
  Validator: noAccess('setProperty', 'ACCESS_EXTERNAL_SCHEMA'),
};

export function javaFixes(site: Site, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  const kind = site.spec?.data?.parser ?? '';
  const protection = protections[kind];
  if (node.kind !== 'call' || node.callee.kind !== 'member') return [];
  const flipped = flip(node, context);
  if (flipped) return [flipped];
  if (!protection || (protection.throws && !catches(node, protection.throws, context))) return [];
  const edits = protect(node, kind, protection, context);
  if (!edits) return [];
  return [{ title: `Turn DTDs off (${protection.by})`, edits, safe: true }];
}

/** A setting that says the wrong thing. */
function flip(node: Call, context: RuleContext): FixDraft | undefined {
  if (
    node.callee.kind !== 'member' ||
    !/^set(?:Feature|Property|Attribute)$/.test(node.callee.property)
  )
    return undefined;
  const [name, value] = node.args;
  const written = value && source(context, value);
  if (!name || !value || !/^(?:Boolean\.)?(?:true|false)$/i.test(written ?? '')) return undefined;
  const right = /disallow|secure/i.test(source(context, name));
  const newText = written?.startsWith('Boolean.')
    ? `Boolean.${String(right).toUpperCase()}`
    : String(right);
  return {
    title: 'Turn external entities off',
    edits: [{ start: value.start, end: value.end, newText }],
    safe: true,
  };
}

/** Methods that make something else of a factory, which keeps its settings. */
const derives = /^(?:newDocumentBuilder|newSAXParser|getXMLReader)$/;

/** Settings in front of the line where the factory makes its parser, or of the parser's use. */
function protect(
  node: Call,
  kind: string,
  protection: Protection,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  let use: Expr = node;
  let parser = receiver(use);
  // Back to the factory: `builder = factory.newDocumentBuilder()`
  for (let i = 0; parser && i < 3; i++) {
    const made: Expr | undefined =
      parser.kind === 'name'
        ? assignmentsTo(parser.name, parser, context.module).findLast(({ end }) => end <= use.start)
        : parser;
    if (made?.kind !== 'call' || made.callee.kind !== 'member') break;
    if (!derives.test(made.callee.property)) break;
    use = made;
    parser = receiver(made);
  }
  if (!parser) return undefined;
  const statement = ownLine(use, context);
  if (!statement) return undefined;
  const constants = protection.constants ? importClass(context, protection.constants) : undefined;
  const lines: string[] = [];
  const edits: TextEdit[] = [];
  let name = source(context, parser);
  if (parser.kind === 'call') {
    const made = name;
    name = freeName(parser, context, kind === 'XMLReader' ? 'reader' : 'factory');
    const type = /^(?:new\s+)?([\w.]+?)(?:\.\w+)?\s*\(/.exec(made)?.[1];
    if (type === undefined || /^[a-z]\w*$/.test(type)) return undefined;
    lines.push(`${type} ${name} = ${made};`);
    edits.push({ start: parser.start, end: parser.end, newText: name });
  } else if (parser.kind !== 'name') return undefined;
  lines.push(...protection.lines(name, constants?.name ?? ''));
  edits.push(insertBefore(statement, lines, context), ...(constants?.edits ?? []));
  return mergedInsertions(edits);
}

function receiver(node: Expr): Expr | undefined {
  return node.kind === 'call' && node.callee.kind === 'member' ? node.callee.object : undefined;
}

/** Whether an exception of such a type is caught or declared around a node. */
function catches(node: Expr, type: RegExp, context: RuleContext): boolean {
  const [fn] = functionsAround(node, context);
  const head = fn ? context.text.slice(fn.start, fn.body.start) : '';
  if (type.test(/\bthrows\b(.*)$/s.exec(head)?.[1] ?? '')) return true;
  return nodesAt(context.module, node).some(
    (around) =>
      around.kind === 'try' && around.handlers.some((handler) => type.test(handler.type ?? '')),
  );
}
