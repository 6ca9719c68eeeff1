import type { Expr } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { PackageNeed, TextEdit } from '../../report/finding';
import { nodesAt, source } from '../edits';
import { importClass, importFrom, importModule, requireLibrary } from '../repairs/imports';
import { packageNeed } from '../repairs/packages';
import type { Wrap } from '../repairs/wrap';
import type { RuleContext } from '../rule';

/** A function that escapes text for HTML, as the file's language and framework have it. */
export interface Escaper {
  readonly title: string;
  readonly wrap: Wrap;
  /** What brings it in. */
  readonly edits: readonly TextEdit[];
  readonly packages: readonly PackageNeed[];
}

export function escaperFor(context: RuleContext): Escaper {
  switch (context.module.language) {
    case 'python':
      return forPython(context);
    case 'java':
      return forJava(context);
    case 'ruby':
      return forRuby(context);
    case 'php':
      return forPhp(context);
    default:
      return forNode(context);
  }
}

/** https://www.npmjs.com/package/escape-html, which Express itself uses */
function forNode(context: RuleContext): Escaper {
  const { name, edits } = importModule(context, 'escape-html', 'escapeHtml');
  return {
    title: 'escape-html',
    wrap: (written, node) =>
      // What a request holds may be a list to the types.
      context.module.language === 'typescript' && node.kind !== 'string'
        ? `${name}(String(${written}))`
        : `${name}(${written})`,
    edits,
    packages: [packageNeed('npm', 'escape-html')],
  };
}

/**
 * Django's, MarkupSafe's where Flask or Jinja are, else the standard library's. What MarkupSafe gives
 * would escape the texts that it is added to, so there it becomes a plain text again:
 * https://markupsafe.palletsprojects.com/escaping/
 */
function forPython(context: RuleContext): Escaper {
  const uses = (...modules: readonly string[]) =>
    [...context.flow.imports].some((name) =>
      modules.some((module) => name === module || name.startsWith(`${module}.`)),
    );
  if (uses('django', 'rest_framework')) {
    const { name, edits } = importFrom(context, 'django.utils.html', 'escape');
    return { title: 'Django', wrap: (written) => `${name}(${written})`, edits, packages: [] };
  }
  if (uses('flask', 'markupsafe', 'jinja2')) {
    const { name, edits } = importFrom(context, 'markupsafe', 'escape');
    return {
      title: 'MarkupSafe',
      wrap: (written, node) =>
        isFormatted(node, context) ? `${name}(${written})` : `str(${name}(${written}))`,
      edits,
      packages: [],
    };
  }
  const { name, edits } = importFrom(context, 'html', 'escape');
  return { title: 'html.escape', wrap: (written) => `${name}(${written})`, edits, packages: [] };
}

/** Whether an expression stands in a format, which makes a plain text of whatever it gets. */
function isFormatted(node: Expr, context: RuleContext): boolean {
  return nodesAt(context.module, node).some(
    (around) =>
      around.kind === 'string' && around.style !== 'concat' && around.parts.includes(node),
  );
}

/** Methods that give a text in another form: the text itself is what has to be escaped. */
const forms = /^(?:toCharArray|getBytes|toString)$/;

/** https://owasp.org/www-project-java-encoder/, or what the file uses already */
function forJava(context: RuleContext): Escaper {
  const imports = [...context.flow.imports];
  const wrapWith =
    (call: string, more = ''): Wrap =>
    (written, node) => {
      if (
        node.kind === 'call' &&
        node.callee.kind === 'member' &&
        forms.test(node.callee.property)
      ) {
        const { object } = node.callee;
        const inner = source(context, object);
        const rest = written.slice(object.end - node.start);
        const text = node.callee.property === 'toString' ? `${inner}.toString()` : inner;
        return `${call}(${text}${more})${node.callee.property === 'toString' ? '' : rest}`;
      }
      return `${call}(${isString(node, context) ? written : `String.valueOf(${written})`}${more})`;
    };
  if (imports.some((name) => name.startsWith('org.owasp.esapi'))) {
    const { name, edits } = importClass(context, 'org.owasp.esapi.ESAPI');
    return {
      title: 'ESAPI',
      wrap: wrapWith(`${name}.encoder().encodeForHTML`),
      edits,
      packages: [],
    };
  }
  const isSpring = imports.some((name) => name.startsWith('org.springframework.'));
  if (isSpring && !imports.some((name) => name.startsWith('org.owasp.encoder'))) {
    const { name, edits } = importClass(context, 'org.springframework.web.util.HtmlUtils');
    // With this encoding only what means something to HTML is replaced, and `ë` stays.
    const wrap = wrapWith(`${name}.htmlEscape`, ', "UTF-8"');
    return { title: 'Spring', wrap, edits, packages: [] };
  }
  const { name, edits } = importClass(context, 'org.owasp.encoder.Encode');
  return {
    title: 'OWASP Encoder',
    wrap: wrapWith(`${name}.forHtml`),
    edits,
    packages: [packageNeed('maven', 'org.owasp.encoder:encoder')],
  };
}

/** Whether an expression is surely a `String`, as far as the file says it. */
function isString(node: Expr, context: RuleContext): boolean {
  if (node.kind === 'string') return true;
  if (node.kind === 'call' && node.callee.kind === 'member') {
    return /^(?:getParameter|getHeader|getQueryString|getName|getValue|toString|substring|trim|strip|concat|replace(?:All)?|toLowerCase|toUpperCase|decode|readLine|getString|getRequestURI|getPathInfo|format|join|nextLine)$/.test(
      node.callee.property,
    );
  }
  if (node.kind !== 'name') return false;
  const { module } = context;
  const isDeclared = nodesOf(module, 'assign').some(
    ({ target, type }) =>
      target.kind === 'name' &&
      target.name === node.name &&
      type !== undefined &&
      type === 'String',
  );
  if (isDeclared) return true;
  return new RegExp(`\\bString\\s+${node.name}\\s*[,)]`).test(context.text);
}

/** https://docs.ruby-lang.org/en/3.3/ERB/Util.html */
function forRuby(context: RuleContext): Escaper {
  const isSinatra = [...context.flow.imports].some((name) => /sinatra|roda|rack/i.test(name));
  const call = isSinatra ? 'Rack::Utils.escape_html' : 'ERB::Util.html_escape';
  return {
    title: isSinatra ? 'Rack' : 'ERB',
    wrap: (written) => `${call}(${written})`,
    edits: isSinatra ? [] : requireLibrary(context, 'erb'),
    packages: [],
  };
}

/** https://www.php.net/htmlspecialchars; Laravel and WordPress have shorter names for it. */
function forPhp({ text }: RuleContext): Escaper {
  const isLaravel = /\bIlluminate\\/.test(text);
  const isWordPress = /\$wpdb\b|\b(?:add_action|add_filter|wp_\w+|esc_html)\s*\(/.test(text);
  const title = isLaravel ? 'e' : isWordPress ? 'esc_html' : 'htmlspecialchars';
  const rest = isLaravel || isWordPress ? '' : ", ENT_QUOTES, 'UTF-8'";
  return { title, wrap: (written) => `${title}(${written}${rest})`, edits: [], packages: [] };
}
