-- TODO 1: product and pieces
SELECT product, SUM(quantity) AS pieces
FROM sales
GROUP BY product
ORDER BY pieces DESC;

-- TODO 2: shop and average_price
