import type { SqlEngine } from '../databases/engine';

/** Databases of checks: one is kept between checks, since starting one takes a second. */
export class SqlPool {
  private readonly idle: SqlEngine[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param idleMs after which an unused database is closed */
  constructor(
    private readonly open: () => Promise<SqlEngine>,
    private readonly idleMs: number,
  ) {}

  async take(): Promise<{ engine: SqlEngine; release(): Promise<void> }> {
    clearTimeout(this.timer);
    const engine = this.idle.pop() ?? (await this.open());
    const release = async () => {
      this.idle.push(engine);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.close(), this.idleMs);
      this.timer.unref();
    };
    return { engine, release };
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.all(this.idle.splice(0).map((engine) => engine.close()));
  }
}
