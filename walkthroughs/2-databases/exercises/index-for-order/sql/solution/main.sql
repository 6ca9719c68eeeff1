CREATE INDEX messages_room_time ON messages (room_id, sent_at);
