CREATE INDEX messages_time ON messages (sent_at);
