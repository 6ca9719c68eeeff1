const TOPICS = [
  /\b(what|about|overview|description|introduction|features?)\b/i,
  /\b(install(ing|ation)?|set ?up|getting started|requirements)\b/i,
  /\b(us(e|age|ing)|how to|run(ning)?|examples?|quick ?start)\b/i,
];

/** Whether a README tells what the project is, how to install it and how to use it. */
export function isCompleteReadme(text: string): boolean {
  const lines = text
    .replace(/\r\n/g, '\n')
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|(?![\s\S]))/gm, '')
    .split('\n');
  const title = lines.findIndex((line) => /^# +\S/.test(line));
  if (title < 0) return false;
  const headings = lines.filter((line) => /^#{2,6} +\S/.test(line));
  // What the project is may also stand right below the title.
  const below = lines.slice(title + 1).find((line) => line.trim() !== '') ?? '';
  const introduced = below !== '' && !below.startsWith('#');
  return TOPICS.every(
    (topic, index) =>
      (index === 0 && introduced) || headings.some((heading) => topic.test(heading)),
  );
}
