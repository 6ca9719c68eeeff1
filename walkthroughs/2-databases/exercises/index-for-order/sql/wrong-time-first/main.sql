CREATE INDEX messages_time_room ON messages (sent_at, room_id);
