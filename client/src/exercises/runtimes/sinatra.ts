import path from 'node:path';
import { run } from '../process';
import { need } from './programs';
import type { Runtime } from './runtime';

/** Sinatra, from the gems that are installed for the Ruby at hand: Bundler is not needed to run it. */

const GEMS = ['bcrypt', 'jwt', 'puma', 'sinatra', 'sqlite3'];

const LIMIT_MS = 30_000;

export const sinatra: Runtime = {
  tools: ['ruby'],
  startSeconds: 30,
  async missing(practice, tools) {
    const ruby = await need(tools, 'ruby');
    // From version 4 on, Sinatra's server stands in a gem of its own.
    const probe = `
      found = ->(name) { Gem::Specification.find_all_by_name(name) }
      absent = ARGV.reject { |name| found.(name).any? }
      absent << 'rackup' if found.('rack').all? { |gem| gem.version.segments.first > 2 } && found.('rackup').empty?
      puts absent.join(' ')
    `;
    const { stdout } = await run(
      { program: ruby, args: ['-e', probe, ...GEMS] },
      { cwd: practice },
      { timeoutMs: LIMIT_MS },
    );
    const absent = stdout.split(/\s+/).filter((name) => name !== '');
    if (absent.length === 0) return undefined;
    return {
      why: absent.includes('sinatra')
        ? 'Sinatra is not installed'
        : `These gems are not installed: ${absent.join(', ')}`,
      install: [
        {
          program: ruby,
          args: ['-S', 'gem', 'install', '--user-install', '--no-document', ...absent],
        },
      ],
    };
  },
  async server(folder, _output, tools) {
    return {
      program: await need(tools, 'ruby'),
      // The port comes from PORT in the environment.
      args: ['-Eutf-8', path.join(folder, 'app.rb'), '-o', '127.0.0.1', '-s', 'puma'],
      env: { APP_ENV: 'production' },
    };
  },
};
