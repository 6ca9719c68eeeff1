const { Pool } = require('pg');
const pool = new Pool();

module.exports.report = async (req, res) => {
  // backend-tutor-ignore sql-injection: the proxy lets only our own reports through
  await pool.query('SELECT * FROM ' + req.query.table);
  await pool.query('SELECT * FROM ' + req.query.table); // backend-tutor-ignore sql-injection: same
  // backend-tutor-ignore sql-injection
  await pool.query('SELECT * FROM ' + req.query.table); // finds sql-injection
  // backend-tutor-ignore sql-injection:
  await pool.query('SELECT * FROM ' + req.query.table); // finds sql-injection
  // backend-tutor-ignore plaintext-password: another rule
  await pool.query('SELECT * FROM ' + req.query.table); // finds sql-injection
  // backend-tutor-ignore plaintext-password, sql-injection: both, and the statement has several lines
  await pool.query(
    'SELECT * FROM ' + req.query.table,
  );
};
