-- TODO: take a ticket only when one is left, and book only when one was taken.
UPDATE concerts SET tickets_left = 2 WHERE id = 1;

INSERT INTO bookings (concert_id, visitor)
VALUES (1, 'Ada');
