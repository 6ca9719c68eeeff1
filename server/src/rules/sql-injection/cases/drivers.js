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
  let text = "SELECT * FROM t WHERE 1=1";
  if (req.query.name) text += " AND name LIKE '%" + req.query.name + "%'";
  const [rows] = await my.query(text); // finds sql-injection
  await my.query(`SELECT * FROM t WHERE id IN (${req.query.ids.join(',')}) LIMIT ${req.query.n}`); // finds sql-injection
  await my.query("SELECT * FROM t WHERE n IN ('" + req.query.names.join("','") + "')"); // finds sql-injection
  await my.execute("SELECT * FROM t WHERE n IN (" + req.query.names + ")"); // finds sql-injection
  await pool.query(`SELECT * FROM t WHERE id IN (${req.query.ids})`); // finds sql-injection
  await pool.query("SELECT * FROM t WHERE a = 'b' AND id NOT IN (" + req.query.ids.join(",") + ") AND c = 1"); // finds sql-injection
  await pool.query('SELECT * FROM t WHERE n = ' + my.escape(req.query.a));
  res.json(rows);
});
app.get('/c', async (req, res) => {
  const p = await sql.connect(config);
  await p.request().query(`SELECT * FROM t WHERE a = '${req.query.a}' AND b = ${req.query.b}`); // finds sql-injection
  await sql.query("SELECT * FROM t WHERE a = '" + req.query.a + "'"); // finds sql-injection
  const request = new sql.Request(p);
  await request.query(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = '${req.query.a}'`, { type: 'x' }); // finds sql-injection
  await sequelize.query(`SELECT * FROM t WHERE a = :b AND a = '${req.query.a}'`, { replacements: { b: 1 } }); // finds sql-injection
  await knex.raw(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
  await knex('t').whereRaw(`a = '${req.query.a}'`).orderByRaw('id'); // finds sql-injection
  await prisma.$queryRawUnsafe(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
  await prisma.$executeRawUnsafe(`DELETE FROM t WHERE a = ${req.query.a} AND b LIKE '%${req.query.b}%'`); // finds sql-injection
  lite.exec(`DELETE FROM t WHERE a = ${req.query.a}`); // finds sql-injection
  const st = lite.prepare(`SELECT * FROM t WHERE b = ? AND a = ${req.query.a}`); // finds sql-injection
  st.all(1);
  lite3.all(`SELECT * FROM t WHERE a = '${req.query.a}'`, (e, r) => res.json(r)); // finds sql-injection
  lite3.exec(`DELETE FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
  own.exec(`DELETE FROM t WHERE a = ${req.query.a}`); // finds sql-injection
  res.json(own.prepare(`SELECT * FROM t WHERE a = '${req.query.a}'`).all()); // finds sql-injection
  await getRepository('User').createQueryBuilder('u').where(`u.name = '${req.query.a}'`).andWhere("u.b = '" + req.query.b + "'", { x: 1 }).getMany(); // finds sql-injection, sql-injection
});
