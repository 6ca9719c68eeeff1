import type { Call, MapExpr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { source } from '../edits';
import { setEntry } from '../repairs/options';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Settings of the AWS CDK that are switched off, and what is put there instead. */
const encrypted: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/^(.*\bBucketEncryption)\.UNENCRYPTED$/, '$1.S3_MANAGED'],
  [/^(.*\bQueueEncryption)\.UNENCRYPTED$/, '$1.SQS_MANAGED'],
  [/^false$/, 'true'],
];

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.Bucket.html */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { node } = site;
  if (node.kind !== 'call') return [];
  const props = node.args[2]?.value;
  const settings = props?.kind === 'map' ? props : undefined;
  switch (site.spec?.data?.part) {
    case 'encryption':
      return draft('Accept TLS only', enforceTls(node, settings, context));
    case 'unencrypted':
      return settings ? draft('Encrypt it', encrypt(settings, context)) : [];
    case 'public':
      return settings?.entries.some(({ key }) => key && nameOf(key) === 'publicReadAccess')
        ? draft('Keep it closed', setEntry(settings, 'publicReadAccess', 'false', context))
        : [];
    case 'port':
      return draft('Let in private addresses only (10.0.0.0/8)', ownAddresses(node, context));
    default:
      return [];
  }
}

/** What is deployed already may be replaced or shut out by any of them, so a person has to look. */
function draft(title: string, edits: readonly TextEdit[] | undefined): readonly FixDraft[] {
  return edits && edits.length > 0 ? [{ title, edits, safe: false }] : [];
}

function enforceTls(
  { args, argsSpan }: Call,
  settings: MapExpr | undefined,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  if (settings) return setEntry(settings, 'enforceSSL', 'true', context);
  if (args.length !== 2) return undefined;
  const at = args[1]!.end > argsSpan.end ? argsSpan.end - 1 : endOf(args[1]!.end, context);
  return [{ start: at, end: at, newText: ', { enforceSSL: true }' }];
}

/** Behind the quote of a literal. */
function endOf(offset: number, { text }: RuleContext): number {
  return /['"`]/.test(text[offset] ?? '') ? offset + 1 : offset;
}

function encrypt(settings: MapExpr, context: RuleContext): readonly TextEdit[] {
  return settings.entries.flatMap(({ key, value }) => {
    if (!key || !/encrypt/i.test(nameOf(key))) return [];
    const written = source(context, value);
    const found = encrypted.find(([pattern]) => pattern.test(written));
    if (!found) return [];
    const newText = written.replace(found[0], found[1]);
    return [{ start: value.start, end: value.end, newText }];
  });
}

function nameOf(key: NonNullable<MapExpr['entries'][number]['key']>): string {
  return key.kind === 'literal' ? String(key.value) : '';
}

/** https://www.rfc-editor.org/rfc/rfc1918 */
function ownAddresses({ args }: Call, context: RuleContext): readonly TextEdit[] {
  const peer = args[0]?.value;
  if (!peer) return [];
  const written = source(context, peer);
  const newText = written.replace(/\.anyIpv4\(\)$/, ".ipv4('10.0.0.0/8')");
  return newText === written ? [] : [{ start: peer.start, end: peer.end, newText }];
}
