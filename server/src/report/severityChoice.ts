/** What a person can choose for a rule; `default` is the rule's own severity. */
export const severityChoices = ['error', 'warning', 'hint', 'off', 'default'] as const;

export type SeverityChoice = (typeof severityChoices)[number];
