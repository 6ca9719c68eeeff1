UPDATE concerts SET tickets_left = 0 WHERE id = 1;
INSERT INTO bookings (concert_id, visitor) VALUES (1, 'Ben'), (2, 'Cho');
