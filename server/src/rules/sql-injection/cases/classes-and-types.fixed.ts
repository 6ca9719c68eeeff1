import { Router, type Request, type Response } from 'express';
import { Pool, PoolClient, QueryResult } from 'pg';
import type { Connection } from 'mysql2/promise';
import { db } from './db';

interface User { id: number; name: string }
const router = Router();
const pool: Pool = new Pool();

class UserRepo {
  constructor(private readonly db: Pool) {}
  async find(name: string): Promise<User[]> {
    const { rows } = await this.db.query<User>(`SELECT * FROM users WHERE name = $1`, [name]); // finds sql-injection
    return rows;
  }
  async byId(id: number): Promise<User> {
    const { rows } = await this.db.query(`SELECT * FROM users WHERE id = ${id}`);
    return rows[0];
  }
}
const repo = new UserRepo(pool);
router.get('/', async (req: Request, res: Response) => {
  res.json(await repo.find(req.query.name as string));
});
router.get('/u', async (req: Request<{ id: string }>, res: Response): Promise<void> => {
  const name = req.query.name as string;
  const client: PoolClient = await pool.connect();
  try {
    const r = await client.query(`SELECT * FROM users WHERE name = $1`, [name]); // finds sql-injection
    res.json(r.rows);
  } finally {
    client.release();
  }
});
router.get('/v', async (req: Request, res: Response) => {
  const r = await db.query("SELECT * FROM users WHERE name = $1", [req.query.name]); // finds sql-injection
  res.json(r);
});
export async function search(conn: Connection, term: string) {
  return conn.execute(`SELECT * FROM t WHERE a LIKE '%${term}%'`); // finds sql-injection (warning)
}
class Repo2 {
  private db;
  constructor() { this.db = new Pool(); }
  async f(req: Request, res: Response) {
    const q = await this.db.query('SELECT * FROM t WHERE id = $1', [req.params.id]); // finds sql-injection
  }
}
type Sort = 'name' | 'price';
export async function sorted(sort: Sort) {
  const sortColumn = ['id', 'name'].find((allowed) => allowed === sort) ?? 'id';
  return pool.query(`SELECT * FROM t ORDER BY ${sortColumn}`); // alarms sql-injection (warning)
}
enum Col { Name = 'name' }
export async function sorted2(sort: Col) {
  return pool.query(`SELECT * FROM t ORDER BY ${Col.Name}`);
}
export default router;
