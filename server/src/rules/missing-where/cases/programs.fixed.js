const { Pool } = require('pg');
const pool = new Pool();

pool.query('DELETE FROM sessions WHERE id = 1'); // finds missing-where (warning)
pool.query("UPDATE users SET active = false WHERE id = 1 RETURNING id"); // finds missing-where (warning)
