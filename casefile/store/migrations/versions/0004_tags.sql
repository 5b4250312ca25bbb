CREATE TABLE tag (
	name TEXT NOT NULL,
	match_key TEXT NOT NULL,
	colour TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_tag PRIMARY KEY (id),
	CONSTRAINT uq_tag_match_key UNIQUE (match_key)
)
 STRICT

CREATE TABLE source_tag (
	source_id INTEGER NOT NULL,
	tag TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_source_tag PRIMARY KEY (id),
	CONSTRAINT uq_source_tag_source_id_tag UNIQUE (source_id, tag),
	CONSTRAINT fk_source_tag_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_source_tag_tag ON source_tag (tag)

CREATE TABLE quote_tag (
	quote_id INTEGER NOT NULL,
	tag TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_quote_tag PRIMARY KEY (id),
	CONSTRAINT uq_quote_tag_quote_id_tag UNIQUE (quote_id, tag),
	CONSTRAINT fk_quote_tag_quote_id_quote FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_quote_tag_tag ON quote_tag (tag)

CREATE TABLE event_tag (
	event_id INTEGER NOT NULL,
	tag TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_event_tag PRIMARY KEY (id),
	CONSTRAINT uq_event_tag_event_id_tag UNIQUE (event_id, tag),
	CONSTRAINT fk_event_tag_event_id_timeline_event FOREIGN KEY(event_id) REFERENCES timeline_event (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_event_tag_tag ON event_tag (tag)

CREATE TRIGGER journal_tag_insert AFTER INSERT ON "tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'tag', new.id, NULL, json_object('name', new."name", 'match_key', new."match_key", 'colour', new."colour", 'id', new."id")); END

CREATE TRIGGER journal_tag_update AFTER UPDATE ON "tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'tag', new.id, json_object('name', old."name", 'match_key', old."match_key", 'colour', old."colour", 'id', old."id"), json_object('name', new."name", 'match_key', new."match_key", 'colour', new."colour", 'id', new."id")); END

CREATE TRIGGER journal_tag_delete AFTER DELETE ON "tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'tag', old.id, json_object('name', old."name", 'match_key', old."match_key", 'colour', old."colour", 'id', old."id"), NULL); END

CREATE TRIGGER journal_source_tag_insert AFTER INSERT ON "source_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_tag', new.id, NULL, json_object('source_id', new."source_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_source_tag_update AFTER UPDATE ON "source_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_tag', new.id, json_object('source_id', old."source_id", 'tag', old."tag", 'id', old."id"), json_object('source_id', new."source_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_source_tag_delete AFTER DELETE ON "source_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source_tag', old.id, json_object('source_id', old."source_id", 'tag', old."tag", 'id', old."id"), NULL); END

CREATE TRIGGER journal_event_tag_insert AFTER INSERT ON "event_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'event_tag', new.id, NULL, json_object('event_id', new."event_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_event_tag_update AFTER UPDATE ON "event_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'event_tag', new.id, json_object('event_id', old."event_id", 'tag', old."tag", 'id', old."id"), json_object('event_id', new."event_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_event_tag_delete AFTER DELETE ON "event_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'event_tag', old.id, json_object('event_id', old."event_id", 'tag', old."tag", 'id', old."id"), NULL); END

CREATE TRIGGER journal_quote_tag_insert AFTER INSERT ON "quote_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote_tag', new.id, NULL, json_object('quote_id', new."quote_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_quote_tag_update AFTER UPDATE ON "quote_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote_tag', new.id, json_object('quote_id', old."quote_id", 'tag', old."tag", 'id', old."id"), json_object('quote_id', new."quote_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_quote_tag_delete AFTER DELETE ON "quote_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote_tag', old.id, json_object('quote_id', old."quote_id", 'tag', old."tag", 'id', old."id"), NULL); END
