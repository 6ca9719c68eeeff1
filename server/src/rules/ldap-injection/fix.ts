import { role } from '../../engine/sites';
import type { Call, Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { isPrimary, source } from '../edits';
import { importClass, importFrom } from '../repairs/imports';
import { ldapContexts } from '../repairs/parameters/contexts';
import { rewriteText } from '../repairs/parameters/placeholders';
import { definitionsOf } from '../repairs/parameters/text';
import { markedArg } from '../repairs/places';
import { harmfulTo, wrapData } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { filterObjects } from './filterObjects';

/**
 * Repairs of a search of a directory: values apart from the filter where the library takes them, else
 * the library's own function for what stands in a filter or a name.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const { node: call } = site;
  if (call.kind !== 'call') return [];
  if (site.spec?.data?.objects === 'yes') return withoutObjects(call, context);
  const arg = markedArg(detection);
  if (!arg) return [];
  const isName = role(site, 'dn')?.node === arg.node;
  const { language } = context.module;
  if (language === 'javascript' || language === 'typescript') return filterObjects(arg, context);
  if (language === 'java' && !isName) {
    const drafts = filterArguments(call, arg.node, context);
    if (drafts.length > 0) return drafts;
  }
  const escaping = escapeFunction(isName, context);
  if (!escaping) return [];
  const wrap = (written: string, node: Expr) =>
    escaping.write(isPrimary(node) || language !== 'php' ? written : `(${written})`);
  return wrapData(arg, harmfulTo('ldap', context), wrap, context).map((edits) => ({
    title: `Escape it for ${isName ? 'a name' : 'a filter'} of LDAP (${escaping.name})`,
    edits: [...edits, ...escaping.edits],
    safe: true,
  }));
}

interface Escape {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  readonly write: (written: string) => string;
}

function escapeFunction(isName: boolean, context: RuleContext): Escape | undefined {
  const { language } = context.module;
  switch (language) {
    case 'python':
      return inPython(isName, context);
    case 'php': {
      const flag = isName ? 'LDAP_ESCAPE_DN' : 'LDAP_ESCAPE_FILTER';
      return {
        name: 'ldap_escape',
        edits: [],
        write: (data) => `ldap_escape(${data}, '', ${flag})`,
      };
    }
    case 'ruby': {
      const name = isName ? 'Net::LDAP::DN.escape' : 'Net::LDAP::Filter.escape';
      return { name, edits: [], write: (data) => `${name}(${data})` };
    }
    case 'java':
      return inJava(isName, context);
    default:
      return undefined;
  }
}

function inPython(isName: boolean, context: RuleContext): Escape {
  const isLdap3 = /\bldap3\b/.test(context.text);
  const [module, name] = isLdap3
    ? isName
      ? ['ldap3.utils.dn', 'escape_rdn']
      : ['ldap3.utils.conv', 'escape_filter_chars']
    : isName
      ? ['ldap.dn', 'escape_dn_chars']
      : ['ldap.filter', 'escape_filter_chars'];
  const imported = importFrom(context, module!, name!);
  return { name: name!, edits: imported.edits, write: (data) => `${imported.name}(${data})` };
}

/** Names have a function in the JDK; filters one of the library in use. */
function inJava(isName: boolean, context: RuleContext): Escape | undefined {
  const { text } = context;
  const [owner, method] = isName
    ? ['javax.naming.ldap.Rdn', 'escapeValue']
    : text.includes('org.springframework.ldap')
      ? ['org.springframework.ldap.support.LdapEncoder', 'filterEncode']
      : text.includes('com.unboundid')
        ? ['com.unboundid.ldap.sdk.Filter', 'encodeValue']
        : text.includes('org.owasp.esapi')
          ? ['org.owasp.esapi.ESAPI', 'encoder().encodeForLDAP']
          : [];
  if (owner === undefined || method === undefined) return undefined;
  const imported = importClass(context, owner);
  const name = `${imported.name}.${method}`;
  return {
    name: `${owner.slice(owner.lastIndexOf('.') + 1)}.${method}`,
    edits: imported.edits,
    write: (data) => `${name}(${data})`,
  };
}

/**
 * JNDI fills in `{0}` with the values of an array and escapes them:
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.naming/javax/naming/directory/DirContext.html
 */
function filterArguments(call: Call, filter: Expr, context: RuleContext): readonly FixDraft[] {
  const { text } = context;
  if (!/javax\.naming|DirContext|LdapContext/.test(text) || call.args[1]?.value !== filter)
    return [];
  const rewrite = rewriteText(filter, { mark: { kind: '{}' }, contexts: ldapContexts }, context);
  if (!rewrite || rewrite.params.length === 0 || rewrite.assembly.isBranching) return [];
  const values = rewrite.params.map(({ written }) => written).join(', ');
  const edits =
    call.args.length === 3
      ? [{ start: call.args[1].end, end: call.args[1].end, newText: `, new Object[] {${values}}` }]
      : call.args.length === 4
        ? intoArray(call.args[2]!.value, values, context)
        : undefined;
  if (!edits) return [];
  return [
    {
      title: 'Give the value apart from the filter (JNDI)',
      edits: [...rewrite.edits, ...edits],
      safe: true,
    },
  ];
}

/** Behind the values of `new Object[] {…}`, which may have a variable. */
function intoArray(
  array: Expr,
  values: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const given =
    array.kind === 'name' ? definitionsOf(array, context).map(({ expr }) => expr) : [array];
  const [only] = given;
  if (!only || given.length !== 1) return undefined;
  const written = source(context, only);
  if (!/^new\s+\w+\s*\[\s*\]\s*\{[\s\S]*\}$/.test(written)) return undefined;
  const inner = written.slice(written.indexOf('{') + 1, -1).trimEnd();
  const at = only.start + written.indexOf('{') + 1 + inner.length;
  return [{ start: at, end: at, newText: inner.trim() === '' ? values : `, ${values}` }];
}

/** `new SearchControls(…, true, …)`, `setReturningObjFlag(true)`. */
function withoutObjects(call: Call, context: RuleContext): readonly FixDraft[] {
  const flag = call.args.find(({ value }) => source(context, value) === 'true')?.value;
  if (!flag) return [];
  const { start, end } = flag;
  return [
    {
      title: 'Ask for attributes only, and no objects',
      edits: [{ start, end, newText: 'false' }],
      safe: false,
    },
  ];
}
