import { argument, role, type Site, type SiteArg } from '../../engine/sites';
import type { Value } from '../../engine/values';
import type { Expr, FunctionNode } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { entryOf, isLiteral, returnedSettings } from '../returnedSettings';
import {
  type Detection,
  exposure,
  type Observation,
  type Rule,
  type RuleContext,
  stringOf,
} from '../rule';
import { isConditional } from '../taintRule';
import { config } from './config';
import { escapedDots, fixes, listedOrigins, patternTitle } from './fix';

const originHeader = 'access-control-allow-origin';

const wildcardMessage =
  'This lets every website read the answers of this server in a visitor’s browser. Allow only the origins that need it, from a list.';
const reflectedMessage =
  'This answers with whatever origin the request names, so every website is allowed. Compare the origin with a list before you allow it.';
const reflectedWithCredentialsMessage =
  'This allows every website, and with credentials: any page a logged-in visitor opens can act and read as that visitor. Compare the origin with a list before you allow it.';
const dotMessage =
  'A dot in this pattern stands for any character, so a website such as wwwXexample.com passes for www.example.com. Write `\\.` for a dot.';
const nullMessage =
  'The origin `null` is not one site: sandboxed frames and local files send it too. Allow only the origins that need it, from a list.';

/** What `detail` says: which repair fits. */
export type CorsShape =
  | 'options'
  | 'missing-options'
  | 'header'
  | 'setting'
  | 'keyword'
  | 'missing-keyword'
  | 'pattern'
  | 'header-line';

/** CWE-942: a cross-origin policy that trusts everyone. */
export const rule: Rule = {
  id: 'permissive-cors',
  title: 'Cross-origin policy that allows every website',
  cwe: [942, 346],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'spring', 'php'],
  siteKinds: ['response-header', 'response-headers', 'cors-options', 'cors-setting'],
  config,
  inspect: (context) => [...findLoosePatterns(context), ...laravelCors(context)],
  check(site, context) {
    switch (site.kind) {
      case 'response-header':
        return checkHeader(site, context);
      case 'response-headers':
        return checkHeaders(site, context);
      case 'cors-setting':
        return isOpenSetting(site.args[0]?.value) || isOpenByDefault(site)
          ? found(site, site.node, wildcardMessage, 'warning', 'setting')
          : undefined;
      default:
        return site.spec?.roles?.options
          ? checkMiddleware(site, context)
          : checkKeywords(site, context);
    }
  },
  fixes,
};

function found(
  site: Site,
  at: { start: number; end: number },
  message: string,
  severity: Detection['severity'],
  detail: CorsShape,
): Detection {
  return {
    at: { start: at.start, end: at.end },
    severity,
    message,
    taint: undefined,
    site,
    detail,
  };
}

function checkHeader(site: Site, context: RuleContext): Detection | undefined {
  if (!site.spec?.roles?.name && site.node.kind === 'call') return checkHeaderLine(site, context);
  const written = role(site, 'name');
  const name = site.node.kind === 'assign' && !written ? originHeader : stringOf(written);
  if (name === undefined) return checkHeaderMap(site, role(site, 'name'), context);
  if (name.toLowerCase() !== originHeader) return undefined;
  const arg = site.node.kind === 'assign' ? site.args[0] : role(site, 'value');
  return arg && checkOrigin(site, arg, context, 'header', allowsCredentials(site, context));
}

/** PHP's `header` takes name and value in one text. */
function checkHeaderLine(site: Site, context: RuleContext): Detection | undefined {
  const line = role(site, 'value');
  const start = line?.value.text?.pieces[0]?.text ?? stringOf(line);
  const [, value] = /^access-control-allow-origin\s*:\s*(.*?)\s*$/i.exec(start ?? '') ?? [];
  if (!line || value === undefined) return undefined;
  if (value === '*') return found(site, site.node, wildcardMessage, 'warning', 'header-line');
  if (value === 'null') return found(site, site.node, nullMessage, 'warning', 'header-line');
  const from = exposure(line.value, 'cors-origin', context.flow);
  if (from.level !== 'remote') return undefined;
  return {
    ...found(site, site.node, reflectedMessage, 'warning', 'header-line'),
    taint: from.taint,
  };
}

function checkHeaders(site: Site, context: RuleContext): Detection | undefined {
  return checkHeaderMap(site, role(site, 'headers'), context);
}

/** `res.set({ 'Access-Control-Allow-Origin': '*' })`. */
function checkHeaderMap(
  site: Site,
  map: SiteArg | undefined,
  context: RuleContext,
): Detection | undefined {
  if (map?.node.kind !== 'map' || map.value.shape?.kind !== 'map') return undefined;
  let credentials = false;
  let origin: SiteArg | undefined;
  for (const entry of map.node.entries) {
    if (entry.key?.kind !== 'literal') continue;
    const key = String(entry.key.value).toLowerCase();
    const value = map.value.shape.fields.get(String(entry.key.value));
    if (!value) continue;
    if (key === originHeader) origin = { node: entry.value, value, name: undefined, spread: false };
    if (key === 'access-control-allow-credentials') credentials = isTrue(value);
  }
  return origin && checkOrigin(site, origin, context, 'header', credentials);
}

function isTrue(value: Value | undefined): boolean {
  const known = value?.constant?.value;
  return known === true || known === 'true';
}

/** Whether the same function also sends `Access-Control-Allow-Credentials: true`. */
function allowsCredentials(site: Site, context: RuleContext): boolean {
  return context.flow.sites.some(
    (other) =>
      other.fn === site.fn &&
      other.kind === 'response-header' &&
      stringOf(role(other, 'name'))?.toLowerCase() === 'access-control-allow-credentials' &&
      isTrue(role(other, 'value')?.value),
  );
}

/** A comparison with an origin that is written out. */
const oneOrigin =
  /[=!]==?\s*['"`]https?:\/\/|"https?:\/\/[^"]*"\.equals\(|\.equals\(\s*"https?:\/\//;

function checkOrigin(
  site: Site,
  arg: SiteArg,
  context: RuleContext,
  detail: CorsShape,
  credentials: boolean,
): Detection | undefined {
  const known = stringOf(arg);
  // Without credentials `*` is right for public data; browsers refuse it with credentials.
  if (known === '*') return found(site, site.node, wildcardMessage, 'warning', detail);
  if (known === 'null') return found(site, site.node, nullMessage, 'warning', detail);
  const from = exposure(arg.value, 'cors-origin', context.flow);
  if (from.level !== 'remote' || isConditional(site, oneOrigin, context)) return undefined;
  const message = credentials ? reflectedWithCredentialsMessage : reflectedMessage;
  return {
    ...found(site, site.node, message, credentials ? 'error' : 'warning', detail),
    taint: from.taint,
  };
}

/** `cors()` of Express: without options, or with `origin` open. */
function checkMiddleware(site: Site, context: RuleContext): Detection | undefined {
  const options = role(site, 'options');
  if (!options) {
    return site.args.length === 0
      ? found(site, site.node, wildcardMessage, 'warning', 'missing-options')
      : undefined;
  }
  const shape = options.value.shape;
  if (shape?.kind !== 'map') return undefined;
  const credentials = isTrue(shape.fields.get('credentials'));
  const origin = shape.fields.get('origin');
  if (!origin) {
    return shape.open || shape.fields.has('origin')
      ? undefined
      : found(site, site.node, wildcardMessage, 'warning', 'options');
  }
  const known = origin.constant?.value;
  if (known === '*') return found(site, site.node, wildcardMessage, 'warning', 'options');
  if (known === true) {
    const message = credentials ? reflectedWithCredentialsMessage : reflectedMessage;
    return found(site, site.node, message, credentials ? 'error' : 'warning', 'options');
  }
  const list = origin.shape?.kind === 'list' ? origin.shape.elements : [];
  if (list.some((element) => element.constant?.value === '*')) {
    return found(site, site.node, wildcardMessage, 'warning', 'options');
  }
  const written = originOf(options.node);
  if (written && (fallsBackToAny(written) || matchesAnything(written))) {
    return found(site, site.node, wildcardMessage, 'warning', 'options');
  }
  const loose = written && looseDots(written)[0];
  if (loose) return found(site, loose, dotMessage, 'warning', 'pattern');
  if (origin.fn && allowsAlways(origin.fn.fn)) {
    const message = credentials ? reflectedWithCredentialsMessage : reflectedMessage;
    return found(site, site.node, message, credentials ? 'error' : 'warning', 'options');
  }
  if (known === 'null' || list.some((element) => element.constant?.value === 'null')) {
    return found(site, site.node, nullMessage, 'warning', 'options');
  }
  const from = exposure(origin, 'cors-origin', context.flow);
  if (from.level !== 'remote') return undefined;
  return {
    ...found(site, site.node, reflectedMessage, credentials ? 'error' : 'warning', 'options'),
    taint: from.taint,
  };
}

/** What stands behind `origin:` in the options. */
function originOf(options: Expr): Expr | undefined {
  if (options.kind !== 'map') return undefined;
  return options.entries.find(
    (entry) => entry.key?.kind === 'literal' && entry.key.value === 'origin',
  )?.value;
}

/** `process.env.ORIGIN || '*'`: open wherever nobody set the variable. */
function fallsBackToAny(origin: Expr): boolean {
  return (
    origin.kind === 'binary' &&
    (origin.op === '||' || origin.op === '??') &&
    origin.right.kind === 'literal' &&
    origin.right.value === '*'
  );
}

/** A pattern such as `/.*\/` that every origin matches. */
function matchesAnything(origin: Expr): boolean {
  if (origin.kind !== 'literal' || !origin.regex) return false;
  return isAnyPattern(String(origin.value).replace(/^\/|\/[a-z]*$/g, ''));
}

function isAnyPattern(source: string): boolean {
  return /^\^?(?:https?:\\?\/\\?\/|https\?:\\?\/\\?\/)?\(?\.[*+]?\)?\$?$/.test(source);
}

/** Patterns of host names with a dot that is not escaped. */
function looseDots(of: Expr): readonly Expr[] {
  if (of.kind === 'list') return of.elements.flatMap(({ value }) => looseDots(value));
  if (of.kind !== 'literal' || !of.regex) return [];
  const source = String(of.value)
    .replace(/^\/|\/[a-z]*$/g, '')
    .replace(/\[[^\]]*\]/g, '');
  const looksLikeHost = /[a-z]\\?\.[a-z]{2,}/i.test(source);
  return looksLikeHost && /(?:^|[^\\])(?:\\\\)*\.(?![*+?{])/.test(source) ? [of] : [];
}

/** Lists of origins that a program keeps under a name which says so. */
function findLoosePatterns(context: RuleContext): readonly Observation[] {
  if (!['javascript', 'typescript'].includes(context.module.language)) return [];
  if (!/(?:cors|origin)\w*\s*[:=]/i.test(context.text)) return [];
  const observations: Observation[] = [];
  for (const { target, value } of nodesOf(context.module, 'assign')) {
    if (target.kind !== 'name' || !value || !/cors|origin/i.test(target.name)) continue;
    for (const { start, end } of looseDots(value)) {
      const at = { start, end };
      const fixes = () => [{ title: patternTitle, edits: escapedDots(at, context), safe: true }];
      observations.push({ at, severity: 'warning', message: dotMessage, fixes });
    }
  }
  return observations;
}

/** Laravel's `config/cors.php`: with credentials, `*` answers with the origin of each request. */
function laravelCors(context: RuleContext): readonly Observation[] {
  return returnedSettings(context.module).flatMap((settings): readonly Observation[] => {
    const origins = entryOf(settings, 'allowed_origins');
    if (origins?.value.kind !== 'list') return [];
    if (!origins.value.elements.some(({ value }) => isLiteral(value, '*'))) return [];
    if (!isLiteral(entryOf(settings, 'supports_credentials')?.value, true)) return [];
    const { start, end } = origins;
    return [
      {
        at: { start, end },
        severity: 'error',
        message: reflectedWithCredentialsMessage,
        fixes: () => listedOrigins(origins.value, context),
      },
    ];
  });
}

/** `(origin, callback) => callback(null, true)`: a function that looks at nothing. */
function allowsAlways(fn: FunctionNode): boolean {
  const [origin, callback] = fn.params.map(({ target }) => target);
  const [only, ...more] = fn.body.body;
  const call = only?.kind === 'return' ? only.value : only?.kind === 'expr' ? only.expr : undefined;
  if (more.length > 0 || call?.kind !== 'call' || callback?.kind !== 'name') return false;
  if (call.callee.kind !== 'name' || call.callee.name !== callback.name) return false;
  const answer = call.args[1]?.value;
  if (answer?.kind === 'literal') return answer.value === true || answer.value === '*';
  return answer?.kind === 'name' && origin?.kind === 'name' && answer.name === origin.name;
}

/** Spring's `@CrossOrigin` without a word allows every origin. */
function isOpenByDefault({ args, spec }: Site): boolean {
  return args.length === 0 && spec?.data?.open === 'yes';
}

/** django-cors-headers: a switch, or a list of patterns. */
function isOpenSetting(of: Value | undefined): boolean {
  if (of?.constant?.value === true || of?.constant?.value === '*') return true;
  return (
    of?.shape?.kind === 'list' &&
    of.shape.elements.some(
      ({ constant }) => constant?.value === '*' || isAnyPattern(String(constant?.value ?? '')),
    )
  );
}

/**
 * `CORS()` without an application waits for `init_app`, whose options count too. Whether the
 * application's configuration names the origins is looked for in this file.
 */
function mayBeConfigured(site: Site, context: RuleContext): boolean {
  const hasApplication = (of: Site) => of.args.some((arg) => arg.name === undefined);
  if (site.spec?.data?.application !== undefined) return !hasApplication(site);
  if (site.spec?.data?.part !== 'init_app') return false;
  return context.flow.sites.some(
    (other) =>
      other.kind === 'cors-options' &&
      other.spec?.data?.application !== undefined &&
      other.args.length > 0 &&
      !hasApplication(other),
  );
}

/** Origins as an argument. `CORS(app)` of Flask-CORS is open unless `origins` or `resources` says otherwise. */
function checkKeywords(site: Site, context: RuleContext): Detection | undefined {
  if (site.args.some((arg) => arg.spread)) return undefined;
  const credentials = isTrue(role(site, 'credentials')?.value);
  const severity = credentials ? 'error' : 'warning';
  // Flask-CORS answers with the caller's origin when credentials are on.
  const message = credentials ? reflectedWithCredentialsMessage : wildcardMessage;
  const isRack = site.spec?.data?.framework === 'rack-cors';
  const origins = role(site, 'origins') ?? (isRack ? site.args[0] : undefined);
  if (origins) {
    const from = exposure(origins.value, 'cors-origin', context.flow);
    if (from.level === 'remote') {
      return {
        ...found(site, origins.node, reflectedMessage, severity, 'keyword'),
        taint: from.taint,
      };
    }
    const given = isRack ? site.args : [origins];
    return given.some(({ node, value }) => isOpen(value) || matchesAnything(node) || isYes(node))
      ? found(site, origins.node, message, severity, 'keyword')
      : undefined;
  }
  // Elsewhere nobody is allowed as long as nobody is named.
  if (site.spec?.data?.framework !== 'flask-cors') return undefined;
  const resources = argument(site.args, { name: 'resources' });
  if (!resources) {
    return mayBeConfigured(site, context)
      ? undefined
      : found(site, site.node, message, severity, 'missing-keyword');
  }
  const shape = resources.value.shape;
  if (shape?.kind !== 'map') return undefined;
  for (const options of shape.fields.values()) {
    const inner = options.shape?.kind === 'map' ? options.shape.fields.get('origins') : undefined;
    if (inner && isOpen(inner)) return found(site, site.node, message, severity, 'keyword');
  }
  return undefined;
}

/** rack-cors: `origins { true }`, a block that looks at nothing. */
function isYes(node: Expr): boolean {
  if (node.kind !== 'function') return false;
  const [only, ...more] = node.fn.body.body;
  return more.length === 0 && only?.kind === 'return' && isLiteral(only.value, true);
}

function isOpen(origins: Value): boolean {
  if (origins.constant?.value === '*' || origins.constant?.value === '.*') return true;
  const list = origins.shape?.kind === 'list' ? origins.shape.elements : [];
  return list.some(
    ({ constant }) => constant?.value === '*' || isAnyPattern(String(constant?.value ?? '')),
  );
}
