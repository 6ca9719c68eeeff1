import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { enclosingFunction, source } from '../edits';
import { importClass, importFrom } from '../repairs/imports';
import { xpathContexts } from '../repairs/parameters/contexts';
import { type Param, type Rewrite, rewriteText } from '../repairs/parameters/placeholders';
import { rewrittenText } from '../repairs/parameters/rewritten';
import { markedArg } from '../repairs/places';
import { insertBefore, ownLine } from '../repairs/statements';
import { harmfulTo, wrapData } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of XPath expressions: each value becomes a variable of the expression. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const { node: call } = site;
  const arg = markedArg(detection);
  if (!arg || call.kind !== 'call') return [];
  if (site.kind === 'xml') return escapeXml(detection, context);
  if (context.module.language === 'php') return literals(arg.node, context);
  const options = {
    mark: { kind: 'name', before: '$', after: '' },
    contexts: xpathContexts,
    // Keywords of lxml's method.
    taken: ['namespaces', 'extensions', 'smart_strings'],
  } as const;
  const rewrite = rewriteText(arg.node, options, context);
  if (!rewrite || rewrite.params.length === 0 || rewrite.assembly.isBranching) return [];
  const bound = bindVariables(call, arg.node, rewrite, context);
  if (!bound) return [];
  const variable = rewrite.params.length === 1 ? 'a variable' : 'variables';
  return [
    {
      title: `Use ${variable} of the expression (${bound.library})`,
      edits: bound.replaces ? bound.edits : [...rewrite.edits, ...bound.edits],
      safe: true,
    },
  ];
}

interface Bound {
  readonly library: string;
  readonly edits: readonly TextEdit[];
  /** The edits of the text are part of these. */
  readonly replaces?: boolean;
}

function bindVariables(
  call: Call,
  text: Expr,
  rewrite: Rewrite,
  context: RuleContext,
): Bound | undefined {
  const { params } = rewrite;
  switch (context.module.language) {
    case 'java':
      return inJava(call, params, context);
    case 'python':
      return inPython(call, params, context);
    case 'ruby':
      return inRuby(call, params, context);
    case 'javascript':
    case 'typescript':
      return inJavaScript(call, text, rewrite, context);
    case 'php':
      return undefined;
  }
}

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.xml/javax/xml/xpath/XPathVariableResolver.html */
function inJava(call: Call, params: readonly Param[], context: RuleContext): Bound | undefined {
  const { callee } = call;
  if (
    callee.kind !== 'member' ||
    !/^(?:evaluate|compile|evaluateExpression)$/.test(callee.property)
  ) {
    return undefined;
  }
  const statement = ownLine(call, context);
  // There is one resolver for all expressions of an object.
  const around = enclosingFunction(context.module, call) ?? { start: 0, end: context.text.length };
  const body = context.text.slice(around.start, around.end);
  if (
    callee.object.kind !== 'name' ||
    !statement ||
    body.includes(`${callee.object.name}.setXPathVariableResolver`)
  ) {
    return undefined;
  }
  const name = importClass(context, 'javax.xml.namespace.QName');
  const isOne = params.length === 1;
  const map = importClass(context, isOne ? 'java.util.Collections' : 'java.util.Map');
  const pairs = params.map((one) => `new ${name.name}("${one.name}"), ${one.written}`).join(', ');
  const values = `${map.name}.${isOne ? 'singletonMap' : 'of'}(${pairs})`;
  const line = `${callee.object.name}.setXPathVariableResolver(${values}::get);`;
  return {
    library: 'javax.xml.xpath',
    edits: [insertBefore(statement, [line], context), ...name.edits, ...map.edits],
  };
}

/** lxml takes the variables as keywords: https://lxml.de/xpathxslt.html#the-xpath-method */
function inPython(call: Call, params: readonly Param[], context: RuleContext): Bound | undefined {
  const { callee } = call;
  const last = call.args.at(-1);
  if (callee.kind !== 'member' || !last) return undefined;
  if (callee.property === 'xpath') {
    const values = params.map((one) => `, ${one.name}=${one.written}`).join('');
    return { library: 'lxml', edits: [{ start: last.end, end: last.end, newText: values }] };
  }
  if (
    !/^(?:select|iter_select)$/.test(callee.property) ||
    /variables\s*=/.test(source(context, call))
  ) {
    return undefined;
  }
  const values = params.map((one) => `'${one.name}': ${one.written}`).join(', ');
  return {
    library: 'elementpath',
    edits: [{ start: last.end, end: last.end, newText: `, variables={${values}}` }],
  };
}

/** https://nokogiri.org/rdoc/Nokogiri/XML/Searchable.html#method-i-xpath */
function inRuby(call: Call, params: readonly Param[], context: RuleContext): Bound | undefined {
  const last = call.args.at(-1);
  if (!last || call.callee.kind !== 'member') return undefined;
  const isRexml = /^REXML::XPath/.test(source(context, call.callee));
  if (call.args.length !== (isRexml ? 2 : 1)) return undefined;
  const values = params
    .map((one) => (isRexml ? `'${one.name}' => ${one.written}` : `${one.name}: ${one.written}`))
    .join(', ');
  return {
    library: isRexml ? 'REXML' : 'Nokogiri',
    edits: [{ start: last.end, end: last.end, newText: `, nil, { ${values} }` }],
  };
}

/** https://github.com/goto100/xpath/blob/master/docs/parsed%20expressions.md */
function inJavaScript(
  call: Call,
  text: Expr,
  rewrite: Rewrite,
  context: RuleContext,
): Bound | undefined {
  const { callee, args } = call;
  if (callee.kind !== 'member' || !/^select1?$/.test(callee.property) || args.length !== 2) {
    return undefined;
  }
  const values = rewrite.params
    .map((one) => (one.name === one.written ? one.name : `${one.name}: ${one.written}`))
    .join(', ');
  const library = source(context, callee.object);
  const parsed = `${library}.parse(${rewrittenText(text, rewrite, context)})`;
  const node = source(context, args[1]!.value);
  const run = `${parsed}.${callee.property}({ node: ${node}, variables: { ${values} } })`;
  const inText = (edit: TextEdit) => text.start <= edit.start && edit.end <= text.end + 1;
  return {
    library: 'xpath',
    edits: [
      { start: call.start, end: call.end, newText: run },
      ...rewrite.edits.filter((edit) => text.kind === 'name' || !inText(edit)),
    ],
    replaces: true,
  };
}

/**
 * PHP has no variables in XPath. A text with any quotes is written with `concat`, which XPath 1.0 needs
 * for a text with both.
 */
function literals(expression: Expr, context: RuleContext): readonly FixDraft[] {
  const options = { mark: { kind: '?' }, contexts: xpathContexts } as const;
  const rewrite = rewriteText(expression, { ...options, literal: phpLiteral }, context);
  if (!rewrite || rewrite.params.length === 0) return [];
  return [{ title: 'Write it as a text of XPath (concat)', edits: rewrite.edits, safe: true }];
}

function phpLiteral(written: string): string {
  return `"concat('" . str_replace("'", "', \\"'\\", '", ${written}) . "', '')"`;
}

/** Characters that XML gives a meaning. */
function escapeXml(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const arg = markedArg(detection);
  const escaping = xmlEscape(context);
  if (!arg || !escaping) return [];
  const wrap = (written: string) => escaping.write(written);
  return wrapData(arg, harmfulTo('xml', context), wrap, context).map((edits) => ({
    title: `Escape it for XML (${escaping.name})`,
    edits: [...edits, ...escaping.edits],
    safe: true,
  }));
}

function xmlEscape(
  context: RuleContext,
): { name: string; edits: readonly TextEdit[]; write: (data: string) => string } | undefined {
  switch (context.module.language) {
    case 'python': {
      const imported = importFrom(context, 'xml.sax.saxutils', 'escape');
      return {
        name: 'xml.sax.saxutils.escape',
        edits: imported.edits,
        write: (data) => `${imported.name}(${data})`,
      };
    }
    case 'php':
      return {
        name: 'htmlspecialchars',
        edits: [],
        write: (data) => `htmlspecialchars(${data}, ENT_XML1 | ENT_QUOTES)`,
      };
    case 'ruby':
      return { name: 'encode', edits: [], write: (data) => `${data}.encode(xml: :text)` };
    default:
      return undefined;
  }
}
