import type { Call, FunctionNode } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { enclosingFunction, source } from '../edits';
import { refusal } from '../repairs/refuse';
import { indentUnit, insertBefore, ownLine } from '../repairs/statements';
import { isTestFile } from '../report';
import type { FixDraft, Observation, RuleContext } from '../rule';

const message =
  'This reads the claims of a token and never checks its signature, so anyone can write one and be whoever they like. Compute the signature with your key, and compare it with `hash_equals`.';

/** What checks a signature, or hands the token to a library that does. */
const checks =
  /\b(?:hash_hmac|hash_equals|openssl_verify|sodium_crypto_sign|JWT::decode|verify\w*)\b/i;

/** PHP: a token taken to pieces by hand, `json_decode(base64_decode(explode('.', $token)[1]))`. */
export function readByHand(context: RuleContext): readonly Observation[] {
  const { module, flow } = context;
  if (module.language !== 'php' || isTestFile(flow.file, context.text)) return [];
  return nodesOf(module, 'call').flatMap((call): readonly Observation[] => {
    if (!isNamed(call, 'json_decode')) return [];
    const fn = enclosingFunction(module, call);
    const code = fn && source(context, fn);
    if (!fn || !code || checks.test(code) || !/base64_?(?:url_?)?decode/i.test(code)) return [];
    const parts = nodesOf(module, 'call').find(
      (other) => fn.start <= other.start && other.end <= fn.end && splitsToken(other),
    );
    // The header, which names the key, is read first by whoever checks.
    if (!parts || !/\[\s*1\s*\]|\[\s*,|list\(\s*,/.test(code)) return [];
    const { start, end } = call;
    return [
      {
        at: { start, end },
        severity: 'warning',
        message,
        fixes: () => checkFirst(parts, fn, context),
      },
    ];
  });
}

function isNamed({ callee }: Call, name: string): boolean {
  return callee.kind === 'name' && callee.name.replace(/^\\/, '') === name;
}

function splitsToken(call: Call): boolean {
  const dot = call.args[0]?.value;
  return isNamed(call, 'explode') && dot?.kind === 'literal' && dot.value === '.';
}

/** How the same file signs, if it does. */
const signs =
  /hash_hmac\(\s*['"]sha256['"]\s*,[^;\n]*,\s*((?:getenv|env|config)\([^()]*\)|\$[\w>-]+|(?:self|static)::\w+|[A-Z][A-Z_]+)\s*,\s*true\s*\)/;

/**
 * The signature of HMAC with SHA-256 is made again and compared before the claims are read:
 * https://www.rfc-editor.org/rfc/rfc7515#appendix-A.1
 */
function checkFirst(split: Call, fn: FunctionNode, context: RuleContext): readonly FixDraft[] {
  const statement = ownLine(split, context);
  const token = split.args[1]?.value;
  const code = source(context, fn);
  if (!statement || token?.kind !== 'name' || /\$(?:parts|expected)\b/.test(code)) return [];
  const name = source(context, token);
  const known = signs.exec(context.text)?.[1];
  const key = known ?? "getenv('JWT_SECRET')";
  const { lines, edits } = refusal(split, 'This token is not valid', context);
  const unit = indentUnit(context);
  const check = [
    `$parts = explode('.', ${name});`,
    `$expected = hash_hmac('sha256', $parts[0] . '.' . ($parts[1] ?? ''), ${key}, true);`,
    "$expected = rtrim(strtr(base64_encode($expected), '+/', '-_'), '=');",
    "if (!hash_equals($expected, $parts[2] ?? '')) {",
    ...lines.map((line) => unit + line),
    '}',
  ];
  return [
    {
      title: 'Check the signature first (HMAC with SHA-256)',
      edits: [insertBefore(statement, check, context), ...edits],
      safe: known !== undefined,
    },
  ];
}
