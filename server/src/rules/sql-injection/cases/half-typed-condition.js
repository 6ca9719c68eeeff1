const { Pool } = require('pg');
const pool = new Pool();

exports.find = async (req, res) => {
  const rows = await pool.query(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection (hint)
  if (rows.
};

exports.other = async (req, res) => {
  await pool.query('SELECT * FROM t WHERE a = ' + req.query.a); // finds sql-injection (hint)
