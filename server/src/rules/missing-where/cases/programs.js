const { Pool } = require('pg');
const pool = new Pool();

pool.query('DELETE FROM sessions'); // finds missing-where (warning)
pool.query("UPDATE users SET active = false RETURNING id"); // finds missing-where (warning)
