// Written by scripts/generate.mjs. Do not edit.
import type { GitSpecification } from './git/specification';
import type { Specification } from './http/specification';
import { check as configuration } from '../../../walkthroughs/3-frameworks/exercises/configuration/check';
import { check as errorAnswers } from '../../../walkthroughs/3-frameworks/exercises/error-answers/check';
import { check as graphqlEndpoint } from '../../../walkthroughs/3-frameworks/exercises/graphql-endpoint/check';
import { check as jsonBodies } from '../../../walkthroughs/3-frameworks/exercises/json-bodies/check';
import { check as middleware } from '../../../walkthroughs/3-frameworks/exercises/middleware/check';
import { check as restProducts } from '../../../walkthroughs/3-frameworks/exercises/rest-products/check';
import { check as routesAndParameters } from '../../../walkthroughs/3-frameworks/exercises/routes-and-parameters/check';
import { check as sessions } from '../../../walkthroughs/3-frameworks/exercises/sessions/check';
import { check as statusCodes } from '../../../walkthroughs/3-frameworks/exercises/status-codes/check';
import { check as templates } from '../../../walkthroughs/3-frameworks/exercises/templates/check';
import { check as amendCommit } from '../../../walkthroughs/4-git/exercises/amend-commit/check';
import { check as connectRemote } from '../../../walkthroughs/4-git/exercises/connect-remote/check';
import { check as featureBranch } from '../../../walkthroughs/4-git/exercises/feature-branch/check';
import { check as findTheCommit } from '../../../walkthroughs/4-git/exercises/find-the-commit/check';
import { check as firstCommit } from '../../../walkthroughs/4-git/exercises/first-commit/check';
import { check as ignoreFiles } from '../../../walkthroughs/4-git/exercises/ignore-files/check';
import { check as interruptedWork } from '../../../walkthroughs/4-git/exercises/interrupted-work/check';
import { check as leakedSecret } from '../../../walkthroughs/4-git/exercises/leaked-secret/check';
import { check as mergeBranches } from '../../../walkthroughs/4-git/exercises/merge-branches/check';
import { check as moveCommits } from '../../../walkthroughs/4-git/exercises/move-commits/check';
import { check as oneThingACommit } from '../../../walkthroughs/4-git/exercises/one-thing-a-commit/check';
import { check as pullRequest } from '../../../walkthroughs/4-git/exercises/pull-request/check';
import { check as pushAndPull } from '../../../walkthroughs/4-git/exercises/push-and-pull/check';
import { check as revertPushed } from '../../../walkthroughs/4-git/exercises/revert-pushed/check';
import { check as solveConflict } from '../../../walkthroughs/4-git/exercises/solve-conflict/check';
import { check as undoEdits } from '../../../walkthroughs/4-git/exercises/undo-edits/check';
import { check as projectBlog } from '../../../walkthroughs/5-projects/exercises/project-blog/check';
import { check as projectChat } from '../../../walkthroughs/5-projects/exercises/project-chat/check';
import { check as projectLogin } from '../../../walkthroughs/5-projects/exercises/project-login/check';
import { check as projectProducts } from '../../../walkthroughs/5-projects/exercises/project-products/check';
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
  'configuration': configuration,
  'error-answers': errorAnswers,
  'graphql-endpoint': graphqlEndpoint,
  'json-bodies': jsonBodies,
  'middleware': middleware,
  'rest-products': restProducts,
  'routes-and-parameters': routesAndParameters,
  'sessions': sessions,
  'status-codes': statusCodes,
  'templates': templates,
  'amend-commit': amendCommit,
  'connect-remote': connectRemote,
  'feature-branch': featureBranch,
  'find-the-commit': findTheCommit,
  'first-commit': firstCommit,
  'ignore-files': ignoreFiles,
  'interrupted-work': interruptedWork,
  'leaked-secret': leakedSecret,
  'merge-branches': mergeBranches,
  'move-commits': moveCommits,
  'one-thing-a-commit': oneThingACommit,
  'pull-request': pullRequest,
  'push-and-pull': pushAndPull,
  'revert-pushed': revertPushed,
  'solve-conflict': solveConflict,
  'undo-edits': undoEdits,
  'project-blog': projectBlog,
  'project-chat': projectChat,
  'project-login': projectLogin,
  'project-products': projectProducts,
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
