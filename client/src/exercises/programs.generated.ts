// Written by scripts/generate.mjs. Do not edit.
import type { GitSpecification } from './git/specification';
import type { Specification } from './http/specification';
import { check as featureBranch } from '../../../walkthroughs/4-git/exercises/feature-branch/check';
import { check as findTheCommit } from '../../../walkthroughs/4-git/exercises/find-the-commit/check';
import { check as firstCommit } from '../../../walkthroughs/4-git/exercises/first-commit/check';
import { check as ignoreFiles } from '../../../walkthroughs/4-git/exercises/ignore-files/check';
import { check as leakedSecret } from '../../../walkthroughs/4-git/exercises/leaked-secret/check';
import { check as mergeBranches } from '../../../walkthroughs/4-git/exercises/merge-branches/check';
import { check as oneThingACommit } from '../../../walkthroughs/4-git/exercises/one-thing-a-commit/check';
import { check as solveConflict } from '../../../walkthroughs/4-git/exercises/solve-conflict/check';
import { check as checkTokens } from '../../../walkthroughs/6-security/exercises/check-tokens/check';
import { check as guardSessions } from '../../../walkthroughs/6-security/exercises/guard-sessions/check';
import { check as guardUploads } from '../../../walkthroughs/6-security/exercises/guard-uploads/check';
import { check as hashPasswords } from '../../../walkthroughs/6-security/exercises/hash-passwords/check';
import { check as hideSecrets } from '../../../walkthroughs/6-security/exercises/hide-secrets/check';
import { check as oauthStatePkce } from '../../../walkthroughs/6-security/exercises/oauth-state-pkce/check';
import { check as repairCors } from '../../../walkthroughs/6-security/exercises/repair-cors/check';
import { check as stopCommandInjection } from '../../../walkthroughs/6-security/exercises/stop-command-injection/check';
import { check as stopCsrf } from '../../../walkthroughs/6-security/exercises/stop-csrf/check';
import { check as stopMassAssignment } from '../../../walkthroughs/6-security/exercises/stop-mass-assignment/check';
import { check as stopPathTraversal } from '../../../walkthroughs/6-security/exercises/stop-path-traversal/check';
import { check as stopSqlInjection } from '../../../walkthroughs/6-security/exercises/stop-sql-injection/check';
import { check as stopSsrf } from '../../../walkthroughs/6-security/exercises/stop-ssrf/check';
import { check as stopXss } from '../../../walkthroughs/6-security/exercises/stop-xss/check';
import { check as validateInput } from '../../../walkthroughs/6-security/exercises/validate-input/check';

/** The checks by program, by the id of their exercise. */
export const programs: Readonly<Record<string, Specification | GitSpecification>> = {
  'feature-branch': featureBranch,
  'find-the-commit': findTheCommit,
  'first-commit': firstCommit,
  'ignore-files': ignoreFiles,
  'leaked-secret': leakedSecret,
  'merge-branches': mergeBranches,
  'one-thing-a-commit': oneThingACommit,
  'solve-conflict': solveConflict,
  'check-tokens': checkTokens,
  'guard-sessions': guardSessions,
  'guard-uploads': guardUploads,
  'hash-passwords': hashPasswords,
  'hide-secrets': hideSecrets,
  'oauth-state-pkce': oauthStatePkce,
  'repair-cors': repairCors,
  'stop-command-injection': stopCommandInjection,
  'stop-csrf': stopCsrf,
  'stop-mass-assignment': stopMassAssignment,
  'stop-path-traversal': stopPathTraversal,
  'stop-sql-injection': stopSqlInjection,
  'stop-ssrf': stopSsrf,
  'stop-xss': stopXss,
  'validate-input': validateInput,
};
