const express = require('express');
const { Pool } = require('pg');
const mysql = require('mysql2/promise');
const { PrismaClient } = require('@prisma/client');
const app = express();
const pool = new Pool();
const my = mysql.createPool({});
const prisma = new PrismaClient();
app.get('/a', async (req, res) => {
  let text = 'SELECT * FROM t WHERE 1=1';
  if (req.query.name) {
    text += ` AND name = '${req.query.name}'`;
  }
  if (req.query.min && req.query.max) text += ` AND price BETWEEN ${req.query.min} AND ${req.query.max}`;
  text += ' ORDER BY id';
  res.json(await pool.query(text)); // finds sql-injection
});
app.get('/b', async (req, res) => {
  await my.execute("SELECT * FROM t WHERE n IN (" + req.query.names + ")"); // finds sql-injection
  await prisma.$queryRawUnsafe(`SELECT * FROM t WHERE a = '${req.query.a}'`); // finds sql-injection
});
