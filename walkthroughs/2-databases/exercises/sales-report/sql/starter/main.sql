-- TODO 1: sales, pieces, revenue, highest_price
SELECT COUNT(*) AS sales
FROM sales;

-- TODO 2: category and revenue

-- TODO 3: shop, category and pieces
