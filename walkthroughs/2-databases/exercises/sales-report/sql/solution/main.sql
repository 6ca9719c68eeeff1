SELECT
  COUNT(*) AS sales,
  SUM(quantity) AS pieces,
  SUM(quantity * price) AS revenue,
  MAX(price) AS highest_price
FROM sales;

SELECT category, SUM(quantity * price) AS revenue
FROM sales
GROUP BY category
ORDER BY revenue DESC;

SELECT shop, category, SUM(quantity) AS pieces
FROM sales
GROUP BY shop, category
ORDER BY shop, category;
