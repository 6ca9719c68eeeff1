const express = require('express');
const puppeteer = require('puppeteer');
const app = express();

app.get('/picture', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.goto(req.query.url); // finds server-side-request-forgery
  await page.goto('https://shop.com/');
  await page.evaluate(`scrollTo(0, ${req.query.top})`); // finds server-side-request-forgery
  await page.evaluate((top) => scrollTo(0, top), Number(req.query.top));
  await page.setContent('<p>Nothing here</p>');
  res.type('png').send(await page.screenshot());
});

exports.picture = async (url) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.goto(url); // finds server-side-request-forgery (hint)
};
