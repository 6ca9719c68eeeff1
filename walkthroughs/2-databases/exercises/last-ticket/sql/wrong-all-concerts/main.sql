WITH taken AS (
  UPDATE concerts
  SET tickets_left = tickets_left - 1
  WHERE tickets_left > 0
  RETURNING id
)
INSERT INTO bookings (concert_id, visitor)
SELECT id, 'Ada'
FROM taken;
