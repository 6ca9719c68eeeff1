/** The SQL dialects that we read, by the names of the setting `backendTutor.sql.dialect`. */
export const sqlDialects = ['postgresql', 'mysql', 'transactsql', 'sqlite'] as const;

export type SqlDialect = (typeof sqlDialects)[number];
