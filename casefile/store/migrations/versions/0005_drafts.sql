CREATE TABLE brief_draft (
	name TEXT NOT NULL,
	case_file_id INTEGER,
	composition TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_brief_draft PRIMARY KEY (id),
	CONSTRAINT fk_brief_draft_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id) ON DELETE SET NULL
)
 STRICT

CREATE TRIGGER journal_brief_draft_insert AFTER INSERT ON "brief_draft" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief_draft', new.id, NULL, json_object('name', new."name", 'case_file_id', new."case_file_id", 'composition', new."composition", 'changed_at', new."changed_at", 'id', new."id")); END

CREATE TRIGGER journal_brief_draft_update AFTER UPDATE ON "brief_draft" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief_draft', new.id, json_object('name', old."name", 'case_file_id', old."case_file_id", 'composition', old."composition", 'changed_at', old."changed_at", 'id', old."id"), json_object('name', new."name", 'case_file_id', new."case_file_id", 'composition', new."composition", 'changed_at', new."changed_at", 'id', new."id")); END

CREATE TRIGGER journal_brief_draft_delete AFTER DELETE ON "brief_draft" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief_draft', old.id, json_object('name', old."name", 'case_file_id', old."case_file_id", 'composition', old."composition", 'changed_at', old."changed_at", 'id', old."id"), NULL); END
