// Written by scripts/generate.mjs. Do not edit.
import type { GitSpecification } from './git/specification';
import type { Specification } from './http/specification';
import { check as stopSqlInjection } from '../../../walkthroughs/6-security/exercises/stop-sql-injection/check';

/** The checks by program, by the id of their exercise. */
export const programs: Readonly<Record<string, Specification | GitSpecification>> = {
  'stop-sql-injection': stopSqlInjection,
};
