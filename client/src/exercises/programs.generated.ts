// Written by scripts/generate.mjs. Do not edit.
import type { GitSpecification } from './git/specification';
import type { Specification } from './http/specification';
import { check as hashPasswords } from '../../../walkthroughs/6-security/exercises/hash-passwords/check';
import { check as stopMassAssignment } from '../../../walkthroughs/6-security/exercises/stop-mass-assignment/check';
import { check as stopSqlInjection } from '../../../walkthroughs/6-security/exercises/stop-sql-injection/check';
import { check as stopXss } from '../../../walkthroughs/6-security/exercises/stop-xss/check';
import { check as validateInput } from '../../../walkthroughs/6-security/exercises/validate-input/check';

/** The checks by program, by the id of their exercise. */
export const programs: Readonly<Record<string, Specification | GitSpecification>> = {
  'hash-passwords': hashPasswords,
  'stop-mass-assignment': stopMassAssignment,
  'stop-sql-injection': stopSqlInjection,
  'stop-xss': stopXss,
  'validate-input': validateInput,
};
