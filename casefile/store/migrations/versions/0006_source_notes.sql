CREATE TABLE source_note (
	source_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	person TEXT NOT NULL,
	added_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_source_note PRIMARY KEY (id),
	CONSTRAINT fk_source_note_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_source_note_source_id ON source_note (source_id)

CREATE TRIGGER journal_source_note_insert AFTER INSERT ON "source_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_note', new.id, NULL, json_object('source_id', new."source_id", 'text', new."text", 'person', new."person", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_source_note_update AFTER UPDATE ON "source_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_note', new.id, json_object('source_id', old."source_id", 'text', old."text", 'person', old."person", 'added_at', old."added_at", 'id', old."id"), json_object('source_id', new."source_id", 'text', new."text", 'person', new."person", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_source_note_delete AFTER DELETE ON "source_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_note', old.id, json_object('source_id', old."source_id", 'text', old."text", 'person', old."person", 'added_at', old."added_at", 'id', old."id"), NULL); END
