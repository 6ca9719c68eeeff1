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
export function passwordName(identifier: string): 'password' | undefined {
  if (!secretWord.test(identifier) && !camelPassword.test(identifier)) return undefined;
  if (alreadyHashed.test(identifier) || aboutPasswords.test(identifier)) return undefined;
  return 'password';
}
