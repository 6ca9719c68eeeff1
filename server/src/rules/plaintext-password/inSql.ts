import { inProgram, inScript } from '../../sql/eachStatement';
import { findPasswordText, type PasswordText } from '../../sql/passwordColumns';
import type { SqlCheck, SqlDetection } from '../rule';

const advice = 'Store a bcrypt, scrypt or Argon2 hash, in a column called password_hash.';

function messageFor({ how, column, length }: PasswordText): string {
  switch (how) {
    case 'plain':
      return `The column ${column} keeps the password as it was typed. Whoever gets to see the database can log in as every user. ${advice}`;
    case 'short':
      return `No password hash fits into ${length} characters: bcrypt’s has 60. So ${column} keeps the password itself, or a hash that is quick to try. ${advice}`;
    case 'named':
      return `The name ${column} says that the password itself is kept here. Whoever reads the table’s definition may take it at its word. ${advice}`;
    case 'value':
      return `This stores a password as text in ${column}. Whoever sees the script or the database can log in with it. Store a hash that the program made.`;
  }
}

function detections(found: readonly PasswordText[]): readonly SqlDetection[] {
  return found.map((one) => ({
    start: one.start,
    end: one.end,
    severity: one.how === 'named' ? 'hint' : 'warning',
    message: messageFor(one),
  }));
}

/** Passwords as text in SQL itself. */
export const inSql: SqlCheck = {
  script: (text, dialect) => detections(inScript(text, dialect, findPasswordText)),
  embedded: (text, dialect) => detections(inProgram(text, dialect, findPasswordText)),
};
