import { run } from '../process';
import { need } from './programs';
import type { Runtime } from './runtime';

/** Rails, from the gems that are installed for the Ruby at hand: Bundler is not needed to run it. */

const GEMS = ['bcrypt', 'jwt', 'puma', 'rails', 'sqlite3', 'websocket-driver'];

const LIMIT_MS = 30_000;

export const rails: Runtime = {
  tools: ['ruby'],
  startSeconds: 40,
  async missing(practice, tools) {
    const ruby = await need(tools, 'ruby');
    const probe =
      'puts ARGV.reject { |name| Gem::Specification.find_all_by_name(name).any? }.join(" ")';
    const { stdout } = await run(
      { program: ruby, args: ['-e', probe, ...GEMS] },
      { cwd: practice },
      { timeoutMs: LIMIT_MS },
    );
    const absent = stdout.split(/\s+/).filter((name) => name !== '');
    if (absent.length === 0) return undefined;
    return {
      why: absent.includes('rails')
        ? 'Rails is not installed'
        : `These gems are not installed: ${absent.join(', ')}`,
      install: [
        {
          program: ruby,
          args: ['-S', 'gem', 'install', '--user-install', '--no-document', ...absent],
        },
      ],
    };
  },
  async server(_folder, _output, tools) {
    return {
      program: await need(tools, 'ruby'),
      // Puma by itself: the command line of Rails would take a second more.
      args: ['-Eutf-8', '-e', "require 'puma/cli'; Puma::CLI.new(ARGV).run", '--', '--quiet'],
      env: { RAILS_ENV: 'development' },
    };
  },
};
