// Written by scripts/generate.mjs. Do not edit.
/** By rule: the step of a walkthrough that teaches what it is about. */
export const lessons: Readonly<Record<string, { walkthrough: string; step: string }>> = {
  'sql-injection': { walkthrough: 'security', step: 'sql-injection' },
  'plaintext-password': { walkthrough: 'security', step: 'passwords' },
  'weak-password-hash': { walkthrough: 'security', step: 'passwords' },
  'weak-work-factor': { walkthrough: 'security', step: 'passwords' },
  'permissive-cors': { walkthrough: 'security', step: 'cors' },
  'cross-site-scripting': { walkthrough: 'security', step: 'xss' },
  'unvalidated-input': { walkthrough: 'security', step: 'validation' },
  'mass-assignment': { walkthrough: 'security', step: 'validation' },
  'csrf-disabled': { walkthrough: 'security', step: 'csrf' },
  'session-fixation': { walkthrough: 'security', step: 'sessions-and-cookies' },
  'insecure-cookie': { walkthrough: 'security', step: 'sessions-and-cookies' },
  'jwt-unverified': { walkthrough: 'security', step: 'tokens' },
  'jwt-no-expiry': { walkthrough: 'security', step: 'tokens' },
  'oauth-missing-state': { walkthrough: 'security', step: 'oauth' },
  'path-traversal': { walkthrough: 'security', step: 'files-and-commands' },
  'command-injection': { walkthrough: 'security', step: 'files-and-commands' },
  'hardcoded-secret': { walkthrough: 'security', step: 'secrets' },
};
