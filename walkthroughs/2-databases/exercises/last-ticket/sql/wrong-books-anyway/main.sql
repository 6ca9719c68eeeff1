UPDATE concerts
SET tickets_left = tickets_left - 1
WHERE id = 1 AND tickets_left > 0;

INSERT INTO bookings (concert_id, visitor)
VALUES (1, 'Ada');
