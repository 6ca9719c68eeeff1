UPDATE concerts SET tickets_left = 1 WHERE id = 1;
UPDATE concerts SET tickets_left = 0 WHERE id = 2;
