/**
 * Files that may be analysed, as a glob pattern without groups in groups, which not every search
 * knows. The analysis says of each file whether it is one of its own.
 */
export const scannedFiles = `**/{${[
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'py', 'java', 'rb', 'php', 'sql'],
  ...['html', 'htm', 'erb', 'ejs', 'hbs', 'handlebars', 'mustache', 'jinja', 'jinja2', 'j2', 'njk'],
  ...['twig', 'jsp', 'jspf', 'tag', 'pug', 'jade', 'vue', 'yml', 'yaml', 'env', 'dockerfile'],
]
  .map((ending) => `*.${ending}`)
  .concat('Dockerfile*', '.env*', 'package.json', 'application*.properties')
  .join(',')}}`;
