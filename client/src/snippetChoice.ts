import type { Snippet, SnippetGroup } from '../../snippets/load';

/** What is inserted into a file that holds nothing yet: PHP needs its opening tag. */
export function wholeFileBody(snippet: Snippet): string {
  return needsTag(snippet) ? `<?php\n\n${snippet.body}\n` : snippet.body;
}

/** What the preview shows: the expanded snippet, with what its colors need. */
export function previewText(snippet: Snippet): string {
  return needsTag(snippet) ? snippet.fileText : `${snippet.expandedText}\n`;
}

function needsTag({ fileText, expandedText }: Snippet): boolean {
  return fileText.startsWith('<?php') && !expandedText.startsWith('<?php');
}

/** Whether a snippet of this group belongs into a document of this language. */
export function fits(group: SnippetGroup, snippet: Snippet, languageId: string): boolean {
  return snippet.language === languageId || group.languages.includes(languageId);
}
