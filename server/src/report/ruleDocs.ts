/**
 * Address of a rule's page on the web, the one place that says so. The project has no site of its
 * own: its pages ship with it (`docs/rules/<id>.md`, which the language server links to). What
 * leaves this machine, such as SARIF, links to the entry of the weakness in the CWE list.
 * Empty for a rule without a CWE.
 * @param cwe numbers, the most exact one first
 */
export function ruleUrl(cwe: readonly number[]): string {
  return cwe[0] === undefined ? '' : `https://cwe.mitre.org/data/definitions/${cwe[0]}.html`;
}
