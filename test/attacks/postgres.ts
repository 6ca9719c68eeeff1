import { chownSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from '../../scripts/lib/process.mjs';
import { freePort, runToEnd, Service, type Surroundings } from './processes';

/** A PostgreSQL server of our own, where its programs are installed. */

const USER = 'shop';
const PASSWORD = 'shop-of-small-things';
const SECONDS = 60;

/** One server for a run; each application gets a database of its own in it. */
export class Postgres {
  private constructor(
    private readonly service: Service,
    private readonly programs: string,
    private readonly surroundings: Surroundings,
    private readonly port: number,
  ) {}

  /**
   * Starts a server on 127.0.0.1.
   * @param folder an empty one for its files; another user must be able to reach it, and gets it
   *   when this process runs as root
   * @returns undefined when PostgreSQL is not installed
   * @throws {ProgramError} when it does not start
   */
  static async start(folder: string): Promise<Postgres | undefined> {
    const initdb = findOnPath('initdb');
    if (initdb === undefined) return undefined;
    // The programs look for each other beside themselves.
    const programs = path.dirname(realpathSync(initdb));
    const user = process.getuid?.() === 0 ? otherUser() : undefined;
    const secret = path.join(folder, 'password');
    writeFileSync(secret, PASSWORD, { mode: 0o600 });
    if (user) for (const each of [folder, secret]) chownSync(each, user.uid, user.gid);
    const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', PGPASSWORD: PASSWORD };
    const surroundings = { cwd: folder, env, user };
    const data = path.join(folder, 'data');
    await runToEnd(
      {
        program: path.join(programs, 'initdb'),
        args: ['--pgdata', data, '--username', USER, '--pwfile', secret]
          .concat('--auth', 'scram-sha-256', '--encoding', 'UTF8')
          .concat('--no-sync'),
      },
      surroundings,
      SECONDS,
    );
    const port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
    const service = Service.start(
      {
        program: path.join(programs, 'postgres'),
        args: [
          ...['-D', data, '-p', String(port)],
          ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
        ],
      },
      surroundings,
    );
    const postgres = new Postgres(service, programs, surroundings, port);
    try {
      await service.ready(() => postgres.answers(), SECONDS);
    } catch (error) {
      await service.stop();
      throw error;
    }
    return postgres;
  }

  /** Makes an empty database. @returns its address */
  async create(name: string): Promise<string> {
    await this.run('createdb', [name]);
    return `postgres://${USER}:${PASSWORD}@127.0.0.1:${this.port}/${name}`;
  }

  /** All that a database holds, as SQL. */
  dump(name: string): Promise<string> {
    return this.run('pg_dump', ['--data-only', name]);
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  private async answers(): Promise<boolean> {
    return this.run('pg_isready', []).then(
      () => true,
      () => false,
    );
  }

  private run(program: string, args: readonly string[]): Promise<string> {
    const server = ['--host', '127.0.0.1', '--port', String(this.port), '--username', USER];
    return runToEnd(
      { program: path.join(this.programs, program), args: [...server, ...args] },
      this.surroundings,
      SECONDS,
    );
  }
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('there is neither a user "postgres" nor "nobody" to run PostgreSQL as');
}
