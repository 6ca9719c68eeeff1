import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from '../layers';
import { need, QUICK } from './programs';
import type { Runtime } from './runtime';

/**
 * Spring Boot: Maven fetches the libraries once, the Java compiler and the JVM do the rest. Maven's own
 * build of a project takes several times as long.
 */

const MAIN_CLASS = 'shop.ShopApplication';
const SOURCES = 'src/main/java';
const RESOURCES = 'src/main/resources';

/** What the JVM loads while it makes the archive of classes: the parts that nearly every exercise uses. */
const CONFIGURATIONS = [
  'http.HttpMessageConvertersAutoConfiguration',
  'jackson.JacksonAutoConfiguration',
  'jdbc.DataSourceAutoConfiguration',
  'jdbc.JdbcClientAutoConfiguration',
  'thymeleaf.ThymeleafAutoConfiguration',
  'validation.ValidationAutoConfiguration',
  'web.servlet.DispatcherServletAutoConfiguration',
  'web.servlet.ServletWebServerFactoryAutoConfiguration',
  'web.servlet.WebMvcAutoConfiguration',
  'web.servlet.error.ErrorMvcAutoConfiguration',
].map((name) => `org.springframework.boot.autoconfigure.${name}`);

export const springBoot: Runtime = {
  tools: ['java', 'javac', 'maven'],
  startSeconds: 60,
  async missing(practice, tools) {
    const { folder, libraries, list, archive } = installed(practice);
    if (existsSync(list)) return undefined;
    return {
      why: 'Spring Boot is not installed',
      install: [
        {
          program: await need(tools, 'maven'),
          args: [
            '--quiet',
            '--batch-mode',
            ...['-f', pom(), 'dependency:copy-dependencies', 'dependency:build-classpath'],
            '-DincludeScope=runtime',
            `-DoutputDirectory=${path.join(folder, 'lib')}`,
            // Written last: it says that all is there.
            `-Dmdep.outputFile=${list}`,
          ].map(quoted),
        },
        {
          program: await need(tools, 'java'),
          args: [
            ...QUICK,
            '-Xlog:disable',
            `-XX:ArchiveClassesAtExit=${archive}`,
            '-Dspring.context.exit=onRefresh',
            '-cp',
            libraries,
            'org.springframework.boot.SpringApplication',
            `--spring.main.sources=${CONFIGURATIONS.join()}`,
            '--spring.main.banner-mode=off',
            '--spring.datasource.url=jdbc:sqlite::memory:',
            '--logging.level.root=warn',
            '--server.port=0',
          ],
        },
      ],
    };
  },
  async prepare(folder, output, tools, practice) {
    const sources = (await filesIn(path.join(folder, SOURCES))).filter((file) =>
      file.endsWith('.java'),
    );
    return [
      {
        program: await need(tools, 'javac'),
        args: [
          ...['-encoding', 'UTF-8', '-parameters', '-proc:none', '-Xlint:none'],
          ...['-cp', installed(practice).libraries, '-d', output],
          ...QUICK.map((each) => `-J${each}`),
          ...sources.map((file) => path.join(folder, SOURCES, file)),
        ],
      },
    ];
  },
  async server(folder, output, tools, practice) {
    const { libraries, archive } = installed(practice);
    return {
      program: await need(tools, 'java'),
      args: [
        ...QUICK,
        // An archive that does not fit is passed over; without this, the JVM would complain.
        '-Xlog:disable',
        ...(existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : []),
        '-Dfile.encoding=UTF-8',
        '-cp',
        // The archive needs the libraries first, in the same order.
        [libraries, output, path.join(folder, RESOURCES)].join(path.delimiter),
        MAIN_CLASS,
      ],
    };
  },
};

/** Where the libraries of the project's present `pom.xml` are. */
function installed(practice: string) {
  const hash = createHash('sha256').update(readFileSync(pom())).digest('hex').slice(0, 12);
  const folder = path.join(practice, '.tools', 'java', hash);
  return {
    folder,
    libraries: path.join(folder, 'lib', '*'),
    list: path.join(folder, 'classpath.txt'),
    archive: path.join(folder, 'classes.jsa'),
  };
}

/** The project file in the course, which lies in a folder above this program. */
function pom(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'walkthroughs', 'bases', 'spring-boot', 'pom.xml');
    if (existsSync(file)) return file;
    if (folder === path.dirname(folder)) throw new Error(`${file} is not there`);
  }
}

/** Windows runs Maven through its shell, which splits at spaces. */
function quoted(argument: string): string {
  return process.platform === 'win32' && argument.includes(' ') ? `"${argument}"` : argument;
}
