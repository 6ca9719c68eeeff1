import { describe, expect, it } from 'vitest';
import { applyEdits, type PackageNeed } from '../report/finding';
import { placePackages } from './manifests';

const npm: PackageNeed = { ecosystem: 'npm', name: 'escape-html', version: '^1.0.3' };
const pypi: PackageNeed = { ecosystem: 'pypi', name: 'MarkupSafe', version: '>=2.1' };
const maven: PackageNeed = { ecosystem: 'maven', name: 'org.mindrot:jbcrypt', version: '0.4' };
const spring: PackageNeed = {
  ecosystem: 'maven',
  name: 'org.springframework.security:spring-security-crypto',
  version: '6.4.4',
};
const gem: PackageNeed = { ecosystem: 'gem', name: 'bcrypt', version: '~> 3.1' };
const composer: PackageNeed = { ecosystem: 'composer', name: 'a/purifier', version: '^4.18' };

/** The files after the libraries were put in; those that have no place, by name. */
function place(files: Record<string, string>, ...needs: PackageNeed[]) {
  const { changes, homeless } = placePackages('/app/src/main.x', needs, ['/app'], (path) =>
    path.startsWith('/app/') ? files[path.slice('/app/'.length)] : undefined,
  );
  return {
    files: Object.fromEntries(
      changes.map(({ path, text, edits }) => [path.slice('/app/'.length), applyEdits(text, edits)]),
    ),
    homeless: homeless.map(({ name }) => name),
  };
}

type Case = [what: string, file: string, need: PackageNeed, before: string, after: string];

describe('a library', () => {
  it.each<Case>([
    [
      'among sorted ones',
      'package.json',
      npm,
      '{\n  "name": "a",\n  "dependencies": {\n    "cors": "^2.0.0",\n    "express": "^4.0.0"\n  }\n}\n',
      '{\n  "name": "a",\n  "dependencies": {\n    "cors": "^2.0.0",\n    "escape-html": "^1.0.3",\n    "express": "^4.0.0"\n  }\n}\n',
    ],
    [
      'at the end of others, with tabs and CRLF, in exact versions',
      'package.json',
      npm,
      '{\r\n\t"dependencies": {\r\n\t\t"pg": "8.0.0",\r\n\t\t"cors": "2.0.0"\r\n\t}\r\n}',
      '{\r\n\t"dependencies": {\r\n\t\t"pg": "8.0.0",\r\n\t\t"cors": "2.0.0",\r\n\t\t"escape-html": "1.0.3"\r\n\t}\r\n}',
    ],
    [
      'as the first',
      'package.json',
      npm,
      '{\n    "name": "a",\n    "dependencies": {}\n}\n',
      '{\n    "name": "a",\n    "dependencies": {\n        "escape-html": "^1.0.3"\n    }\n}\n',
    ],
    [
      'where nothing is needed yet',
      'package.json',
      npm,
      '{\n  "name": "a",\n  "devDependencies": { "x": "1" }\n}\n',
      '{\n  "name": "a",\n  "devDependencies": { "x": "1" },\n  "dependencies": {\n    "escape-html": "^1.0.3"\n  }\n}\n',
    ],
    [
      'in one line',
      'package.json',
      npm,
      '{ "name": "a", "dependencies": { "pg": "^8.0.0" } }',
      '{ "name": "a", "dependencies": { "escape-html": "^1.0.3", "pg": "^8.0.0" } }',
    ],
    [
      'behind the platform',
      'composer.json',
      composer,
      '{\n    "require": {\n        "php": ">=8.1",\n        "b/c": "^1.0"\n    }\n}\n',
      '{\n    "require": {\n        "php": ">=8.1",\n        "a/purifier": "^4.18",\n        "b/c": "^1.0"\n    }\n}\n',
    ],
    [
      'where an empty list stands for an empty object',
      'composer.json',
      composer,
      '{\n    "name": "x/y",\n    "require": []\n}\n',
      '{\n    "name": "x/y",\n    "require": {\n        "a/purifier": "^4.18"\n    }\n}\n',
    ],
    [
      'among sorted lines',
      'requirements.txt',
      pypi,
      '# web\nFlask==3.0.0\npsycopg==3.1\n',
      '# web\nFlask==3.0.0\nMarkupSafe>=2.1\npsycopg==3.1\n',
    ],
    [
      'behind a last line without an end',
      'requirements.txt',
      pypi,
      '-r base.txt\nrequests\nflask',
      '-r base.txt\nrequests\nflask\nMarkupSafe>=2.1\n',
    ],
    [
      'in a list over several lines',
      'pyproject.toml',
      pypi,
      "[project]\nname = 'a'\ndependencies = [\n    'flask>=3', # web\n    'requests[socks]',\n]\n\n[tool.x]\n",
      "[project]\nname = 'a'\ndependencies = [\n    'flask>=3', # web\n    'MarkupSafe>=2.1',\n    'requests[socks]',\n]\n\n[tool.x]\n",
    ],
    [
      'behind a last item',
      'pyproject.toml',
      pypi,
      '[project]\ndependencies = [\n  "flask",\n  "click",\n]\n',
      '[project]\ndependencies = [\n  "flask",\n  "click",\n  "MarkupSafe>=2.1",\n]\n',
    ],
    [
      'in a list in one line',
      'pyproject.toml',
      pypi,
      '[project]\ndependencies = ["flask"]\n',
      '[project]\ndependencies = ["flask", "MarkupSafe>=2.1"]\n',
    ],
    [
      'in an empty list',
      'pyproject.toml',
      pypi,
      '[project]\ndependencies = []\n',
      '[project]\ndependencies = ["MarkupSafe>=2.1"]\n',
    ],
    [
      'where there is no list',
      'pyproject.toml',
      pypi,
      '[build-system]\nrequires = []\n\n[project]\nname = "a"\n\n[tool.x]\n',
      '[build-system]\nrequires = []\n\n[project]\nname = "a"\ndependencies = ["MarkupSafe>=2.1"]\n\n[tool.x]\n',
    ],
    [
      'for Poetry, with carets',
      'pyproject.toml',
      pypi,
      '[project]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.11"\nflask = "^3.0"\n\n[tool.poetry.group.dev.dependencies]\n',
      '[project]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.11"\nflask = "^3.0"\nMarkupSafe = "^2.1"\n\n[tool.poetry.group.dev.dependencies]\n',
    ],
    [
      'behind others, as they are indented',
      'pom.xml',
      maven,
      '<project>\n\t<dependencies>\n\t\t<dependency>\n\t\t\t<groupId>a</groupId>\n\t\t</dependency>\n\t</dependencies>\n</project>\n',
      '<project>\n\t<dependencies>\n\t\t<dependency>\n\t\t\t<groupId>a</groupId>\n\t\t</dependency>\n\t\t<dependency>\n\t\t\t<groupId>org.mindrot</groupId>\n\t\t\t<artifactId>jbcrypt</artifactId>\n\t\t\t<version>0.4</version>\n\t\t</dependency>\n\t</dependencies>\n</project>\n',
    ],
    [
      'beside managed ones, where there is none, with the version that the parent chooses',
      'pom.xml',
      spring,
      '<?xml version="1.0"?>\n<!-- <dependencies> -->\n<project a="b">\n  <parent>\n    <artifactId>spring-boot-starter-parent</artifactId>\n  </parent>\n  <dependencyManagement>\n    <dependencies>\n    </dependencies>\n  </dependencyManagement>\n</project>\n',
      '<?xml version="1.0"?>\n<!-- <dependencies> -->\n<project a="b">\n  <parent>\n    <artifactId>spring-boot-starter-parent</artifactId>\n  </parent>\n  <dependencyManagement>\n    <dependencies>\n    </dependencies>\n  </dependencyManagement>\n  <dependencies>\n    <dependency>\n      <groupId>org.springframework.security</groupId>\n      <artifactId>spring-security-crypto</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n',
    ],
    [
      'behind the last of its kind',
      'build.gradle',
      maven,
      "buildscript {\n    dependencies {\n        classpath 'x:y:1'\n    }\n}\ndependencies {\n    implementation 'a:b:1'\n    testImplementation 'c:d:2'\n}\n",
      "buildscript {\n    dependencies {\n        classpath 'x:y:1'\n    }\n}\ndependencies {\n    implementation 'a:b:1'\n    implementation 'org.mindrot:jbcrypt:0.4'\n    testImplementation 'c:d:2'\n}\n",
    ],
    [
      'in Kotlin',
      'build.gradle.kts',
      maven,
      'plugins {\n  java\n}\n\ndependencies {\n  testImplementation("c:d:2")\n}\n',
      'plugins {\n  java\n}\n\ndependencies {\n  implementation("org.mindrot:jbcrypt:0.4")\n  testImplementation("c:d:2")\n}\n',
    ],
    [
      'where there is no block',
      'build.gradle',
      maven,
      "plugins {\n    id 'java'\n}\n",
      "plugins {\n    id 'java'\n}\n\ndependencies {\n    implementation 'org.mindrot:jbcrypt:0.4'\n}\n",
    ],
    [
      'where Rails has written it out',
      'Gemfile',
      gem,
      'gem "rails", "~> 8.0"\n# gem "bcrypt", "~> 3.1.7"\n',
      'gem "rails", "~> 8.0"\ngem "bcrypt", "~> 3.1.7"\n',
    ],
    [
      'outside of groups',
      'Gemfile',
      gem,
      "source 'https://rubygems.org'\n\ngem 'sinatra'\ngem 'pg'\n\ngroup :test do\n  gem 'rspec'\nend\n",
      "source 'https://rubygems.org'\n\ngem 'sinatra'\ngem 'pg'\ngem 'bcrypt', '~> 3.1'\n\ngroup :test do\n  gem 'rspec'\nend\n",
    ],
  ])('%s: %s', (_, name, need, before, after) => {
    expect(place({ [name]: before }, need).files).toEqual({ [name]: after });
    expect(place({ [name]: after }, need)).toEqual({ files: {}, homeless: [] });
  });

  it.each<[string, PackageNeed, string]>([
    ['package.json', npm, '{ "name": "a", "devDependencies": { "escape-html": "1" } }'],
    ['requirements.txt', pypi, 'markupsafe[x] == 2.0 ; python_version > "3"\n'],
    ['pyproject.toml', pypi, '[project]\ndependencies = [\n  "markupsafe==2.0",\n]\n'],
    [
      'pom.xml',
      maven,
      '<project><dependencies><dependency><artifactId>jbcrypt</artifactId><groupId>org.mindrot</groupId></dependency></dependencies></project>',
    ],
    ['build.gradle', maven, 'dependencies { implementation "org.mindrot:jbcrypt:0.3" }'],
    ['Gemfile', gem, "gem('bcrypt')\n"],
  ])('is not put twice into %s', (name, need, text) => {
    expect(place({ [name]: text }, need)).toEqual({ files: {}, homeless: [] });
  });

  it.each<[string, PackageNeed, string]>([
    ['package.json', npm, '{ "type": "module" }'],
    ['package.json', npm, '{ "name": "a", '],
    ['requirements.txt', pypi, 'flask==3.0 --hash=sha256:00\n'],
    ['pyproject.toml', pypi, '[tool.black]\nline-length = 100\n'],
    ['pyproject.toml', pypi, '[project]\ndynamic = ["version", "dependencies"]\n'],
    ['pom.xml', maven, '<project><dependencies></project>'],
  ])('has no place in %s that cannot take it', (name, need, text) => {
    expect(place({ [name]: text }, need)).toEqual({ files: {}, homeless: [need.name] });
  });

  it('goes into the nearest file that has a place for it, and not above the top', () => {
    const files = {
      'package.json': '{ "name": "a" }',
      'src/package.json': '{ "type": "module" }',
      'src/pyproject.toml': '[tool.black]\n',
      'src/requirements.txt': '',
      'requirements.txt': '',
    };
    expect(place(files, npm, pypi, gem)).toEqual({
      files: {
        'package.json': '{ "name": "a", "dependencies": { "escape-html": "^1.0.3" } }',
        'src/requirements.txt': 'MarkupSafe>=2.1\n',
      },
      homeless: ['bcrypt'],
    });
    const { changes } = placePackages('/app/main.js', [npm], ['/app'], (path) =>
      path === '/package.json' ? '{ "name": "a" }' : undefined,
    );
    expect(changes).toEqual([]);
  });

  it('shares a file with another', () => {
    const cors: PackageNeed = { ecosystem: 'npm', name: 'cors', version: '^2.8.5' };
    expect(place({ 'package.json': '{ "name": "a" }' }, npm, cors).files).toEqual({
      'package.json':
        '{ "name": "a", "dependencies": { "cors": "^2.8.5", "escape-html": "^1.0.3" } }',
    });
  });
});
