INSERT INTO roles (film_id, actor_id, role) VALUES
  (3, 1, 'Voice'),
  (3, 3, 'Engineer'),
  (1, 4, 'Passenger');
