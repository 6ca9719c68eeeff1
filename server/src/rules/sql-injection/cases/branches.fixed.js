const express = require('express');
const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const { PrismaClient } = require('@prisma/client');
const app = express();
const pool = new Pool();
const my = mysql.createPool({});
const prisma = new PrismaClient();
app.get('/a', async (req, res) => {
  const params = [];
  let text = 'SELECT * FROM t WHERE 1=1';
  if (req.query.name) {
    params.push(req.query.name);
    text += ` AND name = $${params.length}`;
  }
  if (req.query.min && req.query.max) { params.push(req.query.min); params.push(req.query.max); text += ` AND price BETWEEN $${params.length - 1} AND $${params.length}`; }
  text += ' ORDER BY id';
  res.json(await pool.query(text, params)); // finds sql-injection
});
app.get('/b', async (req, res) => {
  await my.execute("SELECT * FROM t WHERE n IN (" + String(req.query.names).split(',').map(() => '?').join(', ') + ")", String(req.query.names).split(',')); // finds sql-injection
  await prisma.$queryRaw`SELECT * FROM t WHERE a = ${req.query.a}`; // finds sql-injection
});
