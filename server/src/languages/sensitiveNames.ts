const secretWord = /^(?:.*[_a-z])?(?:password|passwd|passphrase|pwd)$|^pass$/i;
const camelPassword = /(?:Password|Passwd|Passphrase|Pwd)$/;
const alreadyHashed = /hash|digest|encrypt|cipher|crypt|salted|masked|redacted|secure/i;
const aboutPasswords =
  /^(?:is|has|no|num|min|max|check|verify|validate|reset|forgot|change|show|hide|invalid|wrong|bad)(?:_|[A-Z])/;

/**
 * Whether an identifier says that it holds a password as the user types it: `password`, `newPassword`,
 * `user_pwd`; but not `passwordHash`, `isPassword` or `checkPassword`.
 *
 * @returns the source kind `password`, or undefined.
 */
function passwordName(identifier: string): 'password' | undefined {
  if (!secretWord.test(identifier) && !camelPassword.test(identifier)) return undefined;
  if (alreadyHashed.test(identifier) || aboutPasswords.test(identifier)) return undefined;
  return 'password';
}

const keyName =
  /(?:^|_)(?:(?:api|access|secret|private|auth|signing|encryption|client|session|master|service|webhook)_?(?:key|token|secret)|(?:refresh|bearer|reset|jwt|csrf)_?token|secret|credit_?card(?:_?number)?|card_?number|cvv|cvc)$/i;

/**
 * Whether an identifier says that it holds a secret: a password as it is typed, or a key, a token or
 * the number of a card (`apiKey`, `access_token`); but not `publicKey`, `accessKeyId` or `isSecret`.
 *
 * @returns the source kind `password` or `secret`, or undefined.
 */
export function sensitiveName(identifier: string): 'password' | 'secret' | undefined {
  const password = passwordName(identifier);
  if (password !== undefined) return password;
  const parted = identifier.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  if (!keyName.test(parted)) return undefined;
  if (alreadyHashed.test(identifier) && !/encryption/i.test(identifier)) return undefined;
  return aboutPasswords.test(parted) ? undefined : 'secret';
}
