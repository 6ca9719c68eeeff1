-- TODO 1: add Oolong

-- TODO 2: tea costs 0.50 more
UPDATE products
SET price = price + 0.50;

-- TODO 3: product 3 has a stock of 10

-- TODO 4: remove what is discontinued and out of stock
