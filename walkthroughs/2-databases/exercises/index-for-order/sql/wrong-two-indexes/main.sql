CREATE INDEX messages_room ON messages (room_id);
CREATE INDEX messages_time ON messages (sent_at);
