CREATE UNIQUE INDEX readers_email ON readers (email);

CREATE INDEX loans_reader_id ON loans (title);

CREATE INDEX loans_lent_on ON loans (lent_on);
