// Written by scripts/generate.mjs. Do not edit.
import type { Rule } from './rule';
import { rule as missingWhere } from './missing-where/rule';
import { rule as permissiveCors } from './permissive-cors/rule';
import { rule as plaintextPassword } from './plaintext-password/rule';
import { rule as sqlInjection } from './sql-injection/rule';
import { rule as sqlSyntax } from './sql-syntax/rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  missingWhere,
  permissiveCors,
  plaintextPassword,
  sqlInjection,
  sqlSyntax,
];

/** What the rules' pages say, in Markdown: the weakness, its danger, the repair (without the examples). */
export const ruleDocs: Readonly<Record<string, { what: string; why: string; how: string }>> = {
  'missing-where': {
    what: 'A `DELETE` or `UPDATE` statement has no `WHERE` clause, so it applies to every row of the table.',
    why: 'There is no undo. One run empties the table, or gives every row the same value.',
    how: 'Add a `WHERE` clause that names the rows. Try it as a `SELECT` first and look at what comes back. If you mean every row, say so: suppress the finding with that reason, or use `TRUNCATE` to empty a table.',
  },
  'permissive-cors': {
    what: 'The server tells browsers that any website may read its answers: with the origin `*`, by sending back whatever origin the request names, or with the origin `null`.',
    why: 'A browser keeps the pages of one site away from the answers of another. CORS headers open that door, here for every website.\n\nWith credentials, a page at another address even acts as the visitor who is logged in to yours:\n\n```text\nfetch(\'https://your-bank.example/account\', { credentials: \'include\' })\n```\n\nA public service without login may send `*` on purpose. Then suppress the finding and give that reason.',
    how: 'Allow the origins that you know, from a list.',
  },
  'plaintext-password': {
    what: 'A password is stored as the user typed it, compared with a stored text, or hashed with a fast hash such as MD5 or SHA-256.',
    why: 'Databases leak: through a backup, a bug, or a curious colleague. People use one password in many places, so a leaked password opens their mail as well.\n\nA fast hash does not stop that. One graphics card tries this many passwords a second against MD5:\n\n```text\n100,000,000,000\n```',
    how: 'Store a hash made for passwords: bcrypt, scrypt or Argon2. They are slow on purpose, and they mix in a random salt, so two users with the same password get different hashes. At login let the library compare the typed password with the stored hash.',
  },
  'sql-injection': {
    what: 'A value from outside, such as a query parameter or a form field, is glued into the text of an SQL statement. The database cannot tell which part of the text you wrote and which part came from the visitor.',
    why: 'Whoever sends the value can change the statement: read other people’s rows, change or delete them.\n\nSuppose the page looks a user up by name. A visitor sends this instead of a name:\n\n```text\nx\' OR \'1\'=\'1\n```\n\nThe statement becomes `SELECT * FROM users WHERE name = \'x\' OR \'1\'=\'1\'`, and it returns every user. With other text the visitor can change or delete rows, or read other tables. Escaping quotes by hand does not help for numbers, and it is forgotten sooner or later.',
    how: 'Write a placeholder where the value belongs, and hand the value to the driver apart from the text. The database then treats it as data, whatever it contains. Each driver has its own placeholder.\n\nA placeholder stands for a value only. For the name of a table or column, or for `ASC` and `DESC`, pick one from a fixed list in your code.',
  },
  'sql-syntax': {
    what: 'The database cannot read this statement: a word is misspelled, a comma or a parenthesis is missing, or the parts stand in the wrong order.',
    why: 'The statement fails when it runs, and not before. In a program that may be late: in front of a user.',
    how: 'Look at the marked place and at the word in front of it. The mistake is often one token earlier than the message. The parts of a query have a fixed order: `SELECT`, `FROM`, `WHERE`, `GROUP BY`, `HAVING`, `ORDER BY`, `LIMIT`.',
  },
};
