-- TODO: one index on two columns
CREATE INDEX messages_room ON messages (room_id);
