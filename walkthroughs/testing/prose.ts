/** How texts for learners are looked at. */

/** Words that make a reader feel slow, shouting, and pictures in running text. */
export const forbidden = /\b(?:simply|just|easy|easily|obviously)\b|!|\p{Extended_Pictographic}/iu;

/** What is left for a reader of prose: no code, no pictures, no addresses. */
export function prose(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, ' x ')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)/g, ']');
}
