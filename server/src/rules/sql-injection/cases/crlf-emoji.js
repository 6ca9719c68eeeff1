const { Pool } = require('pg');
const pool = new Pool();
// 😀 naïve café
module.exports = async (req, res) => {
  const greeting = '👍🏽'; await pool.query(`SELECT '😀' FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
};
