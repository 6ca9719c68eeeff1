import { describe, expect, it } from 'vitest';
import { isCompleteReadme } from './readme';

describe('isCompleteReadme', () => {
  it('takes a title with sections for what, install and use', () => {
    expect(isCompleteReadme('# Shop\n\n## About\nx\n## Install\ny\n## Usage\nz\n')).toBe(true);
  });

  it('takes a paragraph below the title for what it is', () => {
    expect(isCompleteReadme('# Shop\r\n\r\nA shop.\r\n\r\n## Set up\r\n## Run it\r\n')).toBe(true);
  });

  it.each([
    ['no title', 'A shop.\n## Install\n## Usage\n'],
    ['nothing about what it is', '# Shop\n## Install\n## Usage\n'],
    ['no way to install', '# Shop\n\nA shop.\n\n## Usage\n'],
    ['no use', '# Shop\n\nA shop.\n\n## Install\n'],
    ['headings in code only', '# Shop\n\nA shop.\n\n```md\n## Install\n## Usage\n```\n'],
    ['nothing', ''],
  ])('refuses one with %s', (_, text) => {
    expect(isCompleteReadme(text)).toBe(false);
  });
});
