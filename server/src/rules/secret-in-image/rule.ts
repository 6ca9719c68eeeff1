import type { ConfigFile, ConfigNode } from '../../config/file';
import { reference, valueSpan } from '../../config/settings';
import { isPlaceholder, isSecretName } from '../credentials';
import { finalStages } from '../images';
import { removeLines } from '../repairs/configEdits';
import type { FixDraft, Observation, Rule } from '../rule';

const valueMessage =
  'This value becomes part of the image: whoever can pull it reads it with `docker inspect`. Give it when the container starts, from the environment or a secret store, and change the one that was written here.';
const argumentMessage =
  'What is passed as `ARG` stays readable in the history of the image. Use `RUN --mount=type=secret` for secrets that only the build needs.';
const copyMessage =
  'This file usually holds secrets, and it becomes part of the image, where whoever can pull it finds it. List it in `.dockerignore`, and give the secrets when the container starts.';
const commandMessage =
  'This command has a password in it, and the history of the image shows every command. Use `RUN --mount=type=secret`, and change the password that was written here.';

/** CWE-798: a secret that every copy of an image carries. */
export const rule: Rule = {
  id: 'secret-in-image',
  title: 'Secret inside a container image',
  cwe: [798, 538, 522],
  owasp: 'A02:2025 Security Misconfiguration',
  severity: 'warning',
  languages: ['dockerfile'],
  siteKinds: [],
  config(file) {
    if (file.language !== 'dockerfile' || file.purpose === 'test') return [];
    const final = new Set(finalStages(file).map(({ node }) => node));
    return file.root.children.flatMap((node) =>
      node.children.flatMap((instruction) => checkInstruction(instruction, final.has(node), file)),
    );
  },
};

function checkInstruction(
  instruction: ConfigNode,
  isFinal: boolean,
  file: ConfigFile,
): readonly Observation[] {
  switch (instruction.key) {
    case 'ENV':
    case 'ARG':
      return instruction.children.flatMap((node) => checkSetting(node, instruction, file));
    case 'COPY':
    case 'ADD':
      // What an earlier stage holds does not come along by itself.
      return isFinal ? checkCopy(instruction, file) : [];
    case 'RUN':
      return checkCommand(instruction, file);
    default:
      return [];
  }
}

function checkSetting(
  node: ConfigNode,
  instruction: ConfigNode,
  file: ConfigFile,
): readonly Observation[] {
  const keyword = instruction.key;
  if (!isSecretName(node.key)) return [];
  const value = node.value ?? '';
  if (value === '') {
    return keyword === 'ARG'
      ? [{ at: node.keyAt, severity: 'hint', message: argumentMessage }]
      : [];
  }
  if (reference(value)) {
    // `ENV TOKEN=$TOKEN` makes an argument of the build permanent.
    return keyword === 'ENV' && value.replace(/[${}"]/g, '') === node.key
      ? [{ at: valueSpan(file.text, node), severity: 'warning', message: valueMessage }]
      : [];
  }
  if (isPlaceholder(value)) return [];
  const fixes = () => removeInstruction(file, instruction);
  return [{ at: valueSpan(file.text, node), severity: 'warning', message: valueMessage, fixes }];
}

/** An instruction that sets this alone, on one line; the variable is set when the container starts. */
function removeInstruction({ text }: ConfigFile, instruction: ConfigNode): readonly FixDraft[] {
  const edit = removeLines(text, instruction);
  const isOneLine = !text.slice(edit.start, edit.end).trimEnd().includes('\n');
  if (instruction.children.length !== 1 || !isOneLine) return [];
  return [{ title: 'Remove it from the image', edits: [edit], safe: false }];
}

const secretFile =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|test|ci)[\w.-]+)?|\.npmrc|\.pypirc|\.netrc|\.pgpass|\.git-credentials|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|\.ssh|\.aws|[\w.-]*(?:private|priv|server|tls|ssl)[\w.-]*\.(?:key|pem)|[\w.-]+\.(?:p12|pfx|jks|keystore|ppk)|credentials\.json|service[-_]?account[\w-]*\.json|master\.key|secrets?\.(?:ya?ml|json|toml|env))\/?$/i;

function checkCopy(instruction: ConfigNode, file: ConfigFile): readonly Observation[] {
  // What comes from another stage was made in the build.
  if (instruction.children.some(({ key }) => key === '--from')) return [];
  const paths = instruction.children.filter(({ key }) => !key.startsWith('--')).slice(0, -1);
  const fixes = () => (paths.length === 1 ? removeCopy(file, instruction) : []);
  return paths.flatMap((node): Observation[] =>
    secretFile.test((node.value ?? '').replace(/^[["']+|["',]+$/g, ''))
      ? [{ at: node, severity: 'warning', message: copyMessage, fixes }]
      : [],
  );
}

function removeCopy({ text }: ConfigFile, instruction: ConfigNode): readonly FixDraft[] {
  const edits = [removeLines(text, instruction)];
  return [{ title: 'Leave it out of the image', edits, safe: false }];
}

/** Ways to hand a password to a command; the first group is the password. */
const passwordsInCommands: readonly RegExp[] = [
  /\bcurl\b[^\n|;&]{0,400}?\s(?:-u|--user)[= ]+["']?[^\s:"']+:([^\s"']+)/g,
  /\bhttps?:\/\/[^\s/:@"'<>]+:([^\s/@"'<>]+)@/g,
  /\s--(?:password|passwd|http-password|db-password|token|api-key|client-secret)(?:=|\s+)["']?([^\s"'-][^\s"']*)/g,
  /\bmysql(?:admin|dump)?\b[^\n|;&]{0,400}?\s-p([^\s"'-][^\s"']*)/g,
  /\bsshpass\s+-p\s*["']?([^\s"']+)/g,
  /\becho\s+(?:-\w+\s+)?["']?[\w-]+:([^\s"'|]+)["']?\s*\|\s*chpasswd\b/g,
  /:_(?:authToken|password|auth)[= ]+["']?([^\s"']+)/g,
  /\bAuthorization:\s*(?:Bearer|token|Basic)\s+([\w.+/=-]{8,})/gi,
  /(?<![\w$])(?:export\s+)?(?:[A-Z][A-Z0-9_]*_)?(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)=["']?([^\s"';&|]+)/g,
];

function checkCommand(instruction: ConfigNode, file: ConfigFile): readonly Observation[] {
  const command = file.text.slice(instruction.start, instruction.end);
  return passwordsInCommands.flatMap((pattern) =>
    [...command.matchAll(pattern)].flatMap((match): Observation[] => {
      const [whole, password = ''] = match;
      if (reference(password) || /[$`\\]/.test(password) || isPlaceholder(password)) return [];
      const start = instruction.start + match.index + whole.lastIndexOf(password);
      const place = { start, end: start + password.length };
      return [{ at: place, severity: 'warning', message: commandMessage }];
    }),
  );
}
