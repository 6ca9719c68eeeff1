SELECT product, SUM(quantity) AS pieces
FROM sales
WHERE quantity >= 10
GROUP BY product
ORDER BY pieces DESC;

SELECT shop, ROUND(AVG(price), 2) AS average_price
FROM sales
WHERE category = 'bread'
GROUP BY shop
HAVING AVG(price) > 4.30
ORDER BY shop;
