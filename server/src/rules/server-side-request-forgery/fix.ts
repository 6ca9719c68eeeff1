import { role, type Site, type SiteArg } from '../../engine/sites';
import { allTaints, type TextPiece, unknown, type Value } from '../../engine/values';
import type { Expr, StringBuild } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { nodesAt, quote, source } from '../edits';
import { importClass, importFrom } from '../repairs/imports';
import { onlyPlain } from '../repairs/onlyPlain';
import { placesOf } from '../repairs/places';
import { allowOnly, guard, listText, mergedInsertions, notIn } from '../repairs/refuse';
import { piecesOf } from '../repairs/shellWords';
import { isHere, wrapAll } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

const title = 'Allow only hosts from a list (api.example.com)';
const hosts = ['api.example.com'];
const reason = 'This host is not allowed';

/**
 * Repairs of a request whose host data decides: the host must be one of a list that the person fills
 * in. Where the host is fixed, the data is encoded for the path that it is put into.
 */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const found = addressAt(detection, context);
  if (!found || !isHere(found.node, context)) return [];
  const { node, value } = found;
  const places = placesOf(node, value, isHarmful, context);
  if (detection.severity === 'hint' && isPathPart(value)) return encoded(places, context);
  if (isContent(site)) {
    const plain = onlyPlain(places, context);
    return plain ? [plain] : [];
  }
  const hostPlaces = found.isHost ? places : hostsIn(value, node, context);
  const edits = hostPlaces
    ? allowOnly(hostPlaces, hosts, reason, context)
    : guardAddress(node, places, context);
  return edits ? [{ title, edits, safe: false }] : [];
}

const isHarmful = ({ cleaned }: { readonly cleaned: readonly string[] }) =>
  !cleaned.includes('http-request');

interface Address {
  readonly node: Expr;
  readonly value: Value;
  readonly isHost: boolean;
}

/** The argument, or the field of its options that says where the request goes. */
function addressAt({ site, at }: Detection, context: RuleContext): Address | undefined {
  const [built] = site.args;
  if (site.kind === 'built-address') {
    return built && { node: built.node, value: built.value, isHost: false };
  }
  const marked = [role(site, 'url'), role(site, 'host'), role(site, 'options')].find(
    (arg) => arg?.node.start === at.start && arg.node.end === at.end,
  );
  if (!marked) return undefined;
  const isHost =
    (marked === role(site, 'host') && marked !== role(site, 'url')) ||
    // `Net::HTTP.get(host, path)`
    (context.module.language === 'ruby' &&
      site.args.length > 1 &&
      marked.node.kind !== 'call' &&
      /^Net::HTTP\.\w+/.test(source(context, site.node)));
  const map = mapOf(marked, context);
  if (map?.kind !== 'map' || marked.value.shape?.kind !== 'map') {
    return { node: marked.node, value: marked.value, isHost };
  }
  for (const { key, value: written } of map.entries) {
    const name = key?.kind === 'literal' ? String(key.value) : '';
    const value = marked.value.shape.fields.get(name);
    if (!value || !allTaints(value).some(isHarmful)) continue;
    if (/^(?:url|uri|baseURL|baseUrl|prefixUrl|CURLOPT_URL)$/.test(name)) {
      return { node: written, value, isHost: false };
    }
    if (/^(?:host|hostname)$/.test(name)) return { node: written, value, isHost: true };
  }
  return undefined;
}

function mapOf({ node }: SiteArg, { module }: RuleContext): Expr | undefined {
  if (node.kind !== 'name') return node;
  const given = assignmentsTo(node.name, node, module);
  return given.length === 1 ? given[0] : undefined;
}

/** What a browser of the server shows or runs is no address. */
function isContent(site: Site): boolean {
  const { node } = site;
  const name = node.kind === 'call' && node.callee.kind === 'member' ? node.callee.property : '';
  return site.spec?.data?.part === 'script' || /^(?:setContent|property|evaluate\w*)$/.test(name);
}

const makesAddress = /^(?:URL|URI|Request|create|parse|HttpGet|HttpPost|UrlResource)$/;
const settled = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]+[/?#]/i;

function isPathPart(value: Value): boolean {
  const first = value.text?.pieces[0];
  return first?.text !== undefined && settled.test(first.text);
}

/** The data that stands as the host in `https://${host}/…`. */
function hostsIn(value: Value, node: Expr, context: RuleContext): readonly Expr[] | undefined {
  const inner = insideOf(node);
  const known = piecesOf(value, node);
  const [first, second, third] =
    known[0]?.text === undefined && inner?.kind === 'string' ? written(inner) : known;
  if (first?.text === undefined || !/^[a-z][a-z\d+.-]*:\/\/$/i.test(first.text)) return undefined;
  if (!second || second.text !== undefined || !isHere(second.node, context)) return undefined;
  const ends = third === undefined || (third.text !== undefined && /^[/?#:]/.test(third.text));
  return ends ? [second.node] : undefined;
}

/** `new URL(text)`, `URI(text)`: what the object is made of. */
function insideOf(node: Expr): Expr | undefined {
  if (node.kind !== 'call' || node.args.length !== 1) return undefined;
  const { callee } = node;
  const name =
    callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return makesAddress.test(name.split('.').at(-1) ?? '') ? node.args[0]?.value : undefined;
}

/** The parts of a text as they are written. */
function written(of: StringBuild): readonly TextPiece[] {
  return of.parts.map((node) =>
    node.kind === 'literal' && typeof node.value === 'string'
      ? { text: node.value, node }
      : { text: undefined, node, value: unknown },
  );
}

/**
 * Looks at the host of a finished address; and at its scheme, where what fetches it would also read
 * files of this machine (`file://localhost/…`).
 */
function guardAddress(
  node: Expr,
  places: readonly Expr[],
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const [only] = places;
  const isWrapped = only !== undefined && places.length === 1 && isMadeOf(node, only, context);
  const at = isWrapped ? only : (insideOf(node) ?? node);
  const { module } = context;
  switch (module.language) {
    case 'javascript':
    case 'typescript':
      return guardNamed(
        at,
        (name) => `!URL.canParse(${name}) || ${notIn(`new URL(${name}).hostname`, hosts, context)}`,
        context,
      );
    case 'python': {
      const q = quote(context.text);
      const parser = /\burlparse\b/.test(context.text)
        ? importFrom(context, 'urllib.parse', 'urlparse')
        : importFrom(context, 'urllib.parse', 'urlsplit');
      const edits = guardNamed(
        at,
        (name) =>
          `not ${name}.startswith((${q}http://${q}, ${q}https://${q})) or ${parser.name}(${name}).hostname not in ${listText(hosts, context)}`,
        context,
      );
      return edits && mergedInsertions([...edits, ...parser.edits]);
    }
    case 'java': {
      if (isUrlObject(at, context)) {
        const edits = guard(
          [at],
          (name) =>
            `!${name}.toString().startsWith("http") || ${notIn(`${name}.getHost()`, hosts, context)}`,
          reason,
          context,
        );
        return edits && withArrays(edits, context);
      }
      const uri = importClass(context, 'java.net.URI');
      const edits = guardNamed(
        at,
        (name) =>
          `!${name}.startsWith("http") || ${notIn(`${uri.name}.create(${name}).getHost()`, hosts, context)}`,
        context,
      );
      return edits && withArrays([...edits, ...uri.edits], context);
    }
    case 'ruby':
      return guardNamed(at, (name) => notIn(`URI(${name}).host`, hosts, context), context);
    case 'php':
      return guardNamed(
        at,
        (name) =>
          `!preg_match('~^https?://~', ${name}) || ${notIn(`parse_url(${name}, PHP_URL_HOST)`, hosts, context)}`,
        context,
      );
  }
}

function guardNamed(
  at: Expr,
  fails: (name: string) => string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  return guard([at], fails, reason, context, 'url');
}

function withArrays(edits: readonly TextEdit[], context: RuleContext): readonly TextEdit[] {
  return mergedInsertions([...edits, ...importClass(context, 'java.util.Arrays').edits]);
}

/** `new URL(data)`, `URI(data)`: an object of the address that the data is. */
function isMadeOf(node: Expr, data: Expr, context: RuleContext): boolean {
  if (node === data) return true;
  const around = nodesAt(context.module, data);
  const makers = around.filter(
    (one) => one.kind === 'call' && one.args.length === 1 && one.args[0]?.value === data,
  );
  const [maker] = makers;
  if (maker?.kind !== 'call') return false;
  const { callee } = maker;
  const name =
    callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return makesAddress.test(name) && !/^String/.test(source(context, data));
}

function isUrlObject(at: Expr, { module }: RuleContext): boolean {
  if (at.kind !== 'name') return false;
  return assignmentsTo(at.name, at, module).some(
    (value) =>
      value.kind === 'call' &&
      value.callee.kind !== 'literal' &&
      /(?:^|\.)(?:URL|URI|toURL|toURI|create)$/.test(
        value.callee.kind === 'name'
          ? value.callee.name
          : value.callee.kind === 'member'
            ? value.callee.property
            : '',
      ),
  );
}

/** Data in a path, in the form in which no character leads out of its part. */
function encoded(places: readonly Expr[], context: RuleContext): readonly FixDraft[] {
  const encoders: Readonly<Record<string, readonly [string, (data: string) => string]>> = {
    javascript: ['encodeURIComponent', (data) => `encodeURIComponent(${data})`],
    typescript: ['encodeURIComponent', (data) => `encodeURIComponent(${data})`],
    python: ['urllib.parse.quote', (data) => `quote(${data}, safe='')`],
    php: ['rawurlencode', (data) => `rawurlencode(${data})`],
    ruby: ['ERB::Util.url_encode', (data) => `ERB::Util.url_encode(${data})`],
  };
  const encoder = encoders[context.module.language];
  if (!encoder) return [];
  const [by, write] = encoder;
  const wrapped = wrapAll(places, write, context);
  if (!wrapped || wrapped.length === 0) return [];
  const needed =
    context.module.language === 'python' ? importFrom(context, 'urllib.parse', 'quote').edits : [];
  return [
    { title: `Encode it (${by})`, edits: mergedInsertions([...wrapped, ...needed]), safe: true },
  ];
}
