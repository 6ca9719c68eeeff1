import type { PackageNeed } from '../../report/finding';

/** Libraries that fixes use, with a version that exists. Each line was looked up in its registry. */
const versions = {
  npm: {
    bcrypt: '^6.0.0',
    bcryptjs: '^3.0.2',
    'escape-html': '^1.0.3',
    helmet: '^8.0.0',
    jsonwebtoken: '^9.0.2',
  },
  pypi: {
    bcrypt: '>=4.2',
    MarkupSafe: '>=2.1',
    defusedxml: '>=0.7.1',
  },
  maven: {
    'org.apache.commons:commons-lang3': '3.17.0',
    'org.mindrot:jbcrypt': '0.4',
    'org.owasp.encoder:encoder': '1.3.1',
    'org.springframework.security:spring-security-crypto': '6.4.4',
  },
  gem: {
    bcrypt: '~> 3.1',
  },
  composer: {},
} as const satisfies Readonly<Record<PackageNeed['ecosystem'], Readonly<Record<string, string>>>>;

type Versions = typeof versions;

/** A library by its name in its package manager. */
export function packageNeed<E extends keyof Versions>(
  ecosystem: E,
  name: keyof Versions[E] & string,
): PackageNeed {
  const known: Readonly<Record<string, string>> = versions[ecosystem];
  return { ecosystem, name, version: known[name] ?? '' };
}
