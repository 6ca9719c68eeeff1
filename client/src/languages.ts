/** Ids of the languages that the server analyses. */
export const analysedLanguages: readonly string[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'sql',
];
