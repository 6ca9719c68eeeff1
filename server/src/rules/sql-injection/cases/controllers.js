const pool = require('../db');
exports.list = async (req, res) => {
  const rows = await pool.query(`SELECT * FROM users WHERE name = '${req.query.name}'`); // finds sql-injection
  res.json(rows);
};
module.exports.get = async function (req, res, next) {
  const { id } = req.params;
  try {
    const { rows } = await pool.query('SELECT * FROM users WHERE id = ' + id); // finds sql-injection
    res.json(rows);
  } catch (err) { next(err); }
};
exports.ok = async (req, res) => {
  const rows = await pool.query('SELECT * FROM users WHERE name = $1', [req.query.name]);
  const m = await fetch('https://x/?q=' + req.query.q);
  const x = new Map(); x.get('select ' + req.query.q);
  cache.get(`user from select ${req.query.q}`);
  res.json(rows);
};
