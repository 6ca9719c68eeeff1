SELECT product, SUM(quantity) AS pieces
FROM sales
GROUP BY product
HAVING SUM(quantity) >= 10
ORDER BY pieces DESC;

SELECT shop, ROUND(AVG(price), 2) AS average_price
FROM sales
WHERE category = 'bread' AND price > 4.30
GROUP BY shop
ORDER BY shop;
