const express = require('express');
const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const sql = require('mssql');
const { Sequelize } = require('sequelize');
const knex = require('knex')({});
const { PrismaClient } = require('@prisma/client');
const Database = require('better-sqlite3');
const sqlite3 = require('sqlite3').verbose();
const { getRepository } = require('typeorm');
const { DatabaseSync } = require('node:sqlite');
const app = express();
const pool = new Pool();
const my = mysql.createPool({});
const prisma = new PrismaClient();
const sequelize = new Sequelize('x');
const lite = new Database('x');
const lite3 = new sqlite3.Database('x');
const own = new DatabaseSync('x');
app.get('/b', async (req, res) => {
  const params = [];
  let text = "SELECT * FROM t WHERE 1=1";
  if (req.query.name) { params.push(`%${req.query.name}%`); text += " AND name LIKE ?"; }
  const [rows] = await my.query(text, params); // finds sql-injection
  await my.query(`SELECT * FROM t WHERE id IN (?) LIMIT ?`, [req.query.ids, Number(req.query.n)]); // finds sql-injection
  await my.query("SELECT * FROM t WHERE n IN (?)", [req.query.names]); // finds sql-injection
  await my.execute("SELECT * FROM t WHERE n IN (" + String(req.query.names).split(',').map(() => '?').join(', ') + ")", String(req.query.names).split(',')); // finds sql-injection
  await pool.query(`SELECT * FROM t WHERE id = ANY($1)`, [String(req.query.ids).split(',')]); // finds sql-injection
  await pool.query("SELECT * FROM t WHERE a = 'b' AND id <> ALL($1) AND c = 1", [req.query.ids]); // finds sql-injection
  await pool.query('SELECT * FROM t WHERE n = ' + my.escape(req.query.a));
  res.json(rows);
});
app.get('/c', async (req, res) => {
  const p = await sql.connect(config);
  await p.request().input('a', req.query.a).input('b', req.query.b).query(`SELECT * FROM t WHERE a = @a AND b = @b`); // finds sql-injection
  await new sql.Request().input('a', req.query.a).query("SELECT * FROM t WHERE a = @a"); // finds sql-injection
  const request = new sql.Request(p);
  await request.input('a', req.query.a).query(`SELECT * FROM t WHERE a = @a`); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = :a`, { replacements: { a: req.query.a } }); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = :a`, { type: 'x', replacements: { a: req.query.a } }); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = :b AND a = :a`, { replacements: { b: 1, a: req.query.a } }); // finds sql-injection
  await knex.raw(`SELECT * FROM t WHERE a = ?`, [req.query.a]); // finds sql-injection
  await knex('t').whereRaw(`a = ?`, [req.query.a]).orderByRaw('id'); // finds sql-injection
  await prisma.$queryRaw`SELECT * FROM t WHERE a = ${req.query.a}`; // finds sql-injection
  await prisma.$executeRaw`DELETE FROM t WHERE a = ${req.query.a} AND b LIKE ${`%${req.query.b}%`}`; // finds sql-injection
  lite.prepare(`DELETE FROM t WHERE a = ?`).run(req.query.a); // finds sql-injection
  const st = lite.prepare(`SELECT * FROM t WHERE b = ? AND a = ?`); // finds sql-injection
  st.all(1, req.query.a);
  lite3.all(`SELECT * FROM t WHERE a = ?`, [req.query.a], (e, r) => res.json(r)); // finds sql-injection
  lite3.run(`DELETE FROM t WHERE a = ?`, [req.query.a]); // finds sql-injection
  own.prepare(`DELETE FROM t WHERE a = ?`).run(req.query.a); // finds sql-injection
  res.json(own.prepare(`SELECT * FROM t WHERE a = ?`).all(req.query.a)); // finds sql-injection
  await getRepository('User').createQueryBuilder('u').where(`u.name = :a`, { a: req.query.a }).andWhere("u.b = :b", { x: 1, b: req.query.b }).getMany(); // finds sql-injection, sql-injection
});
