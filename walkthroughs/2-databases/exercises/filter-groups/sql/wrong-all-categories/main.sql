SELECT product, SUM(quantity) AS pieces
FROM sales
GROUP BY product
HAVING SUM(quantity) >= 10
ORDER BY pieces DESC;

SELECT shop, ROUND(AVG(price), 2) AS average_price
FROM sales
GROUP BY shop
HAVING AVG(price) > 4.30
ORDER BY shop;
