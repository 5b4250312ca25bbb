CREATE TABLE original (
	sha256 TEXT NOT NULL,
	byte_size INTEGER NOT NULL,
	compression TEXT NOT NULL,
	content BLOB NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_original PRIMARY KEY (id),
	CONSTRAINT uq_original_sha256 UNIQUE (sha256)
)
 STRICT

CREATE TABLE import_batch (
	started_at TEXT NOT NULL,
	finished_at TEXT,
	person TEXT DEFAULT '' NOT NULL,
	group_id INTEGER,
	stopped INTEGER DEFAULT '0' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_import_batch PRIMARY KEY (id)
)
 STRICT

CREATE TABLE store_property (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_store_property PRIMARY KEY (id),
	CONSTRAINT uq_store_property_name UNIQUE (name)
)
 STRICT

CREATE TABLE step (
	kind TEXT NOT NULL,
	target_id INTEGER NOT NULL,
	label TEXT NOT NULL,
	person TEXT NOT NULL,
	at TEXT NOT NULL,
	undoable INTEGER NOT NULL,
	hash TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_step PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_step_replays ON step (kind, id) WHERE kind <> 'do'

CREATE INDEX ix_step_target_id ON step (target_id)

CREATE TABLE open_step (
	step_id INTEGER,
	purging INTEGER DEFAULT '0' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_open_step PRIMARY KEY (id)
)
 STRICT

CREATE TABLE action_list (
	is_trashed INTEGER NOT NULL,
	title_key TEXT NOT NULL,
	authority_key TEXT NOT NULL,
	respondent_key TEXT NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	jurisdiction TEXT NOT NULL,
	currency TEXT NOT NULL,
	amount REAL,
	amount_eur REAL,
	decided_sort TEXT NOT NULL,
	decided_end TEXT NOT NULL,
	source_count INTEGER NOT NULL,
	has_conflict INTEGER NOT NULL,
	unreviewed INTEGER NOT NULL,
	changed_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_list PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_action_list_amount_eur ON action_list (is_trashed, amount_eur, id)

CREATE INDEX ix_action_list_authority_key ON action_list (is_trashed, authority_key, id)

CREATE INDEX ix_action_list_changed_at ON action_list (is_trashed, changed_at, id)

CREATE INDEX ix_action_list_decided_sort ON action_list (is_trashed, decided_sort, id)

CREATE INDEX ix_action_list_has_conflict ON action_list (is_trashed, has_conflict, id)

CREATE INDEX ix_action_list_jurisdiction ON action_list (is_trashed, jurisdiction, id)

CREATE INDEX ix_action_list_kind ON action_list (is_trashed, kind, id)

CREATE INDEX ix_action_list_respondent_key ON action_list (is_trashed, respondent_key, id)

CREATE INDEX ix_action_list_source_count ON action_list (is_trashed, source_count, id)

CREATE INDEX ix_action_list_status ON action_list (is_trashed, status, id)

CREATE INDEX ix_action_list_title_key ON action_list (is_trashed, title_key, id)

CREATE TABLE source_list (
	is_trashed INTEGER NOT NULL,
	title_key TEXT NOT NULL,
	outlet_key TEXT NOT NULL,
	language TEXT NOT NULL,
	kind TEXT NOT NULL,
	published_sort TEXT NOT NULL,
	published_end TEXT NOT NULL,
	added_at TEXT NOT NULL,
	waiting INTEGER NOT NULL,
	address_key TEXT NOT NULL,
	cluster_id INTEGER NOT NULL,
	copies INTEGER NOT NULL,
	is_superseded INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_source_list PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_source_list_added_at ON source_list (is_trashed, added_at, id)

CREATE INDEX ix_source_list_address_key ON source_list (address_key) WHERE address_key <> ''

CREATE INDEX ix_source_list_cluster_id ON source_list (cluster_id)

CREATE INDEX ix_source_list_copies ON source_list (is_trashed, copies, id)

CREATE INDEX ix_source_list_kind ON source_list (is_trashed, kind, id)

CREATE INDEX ix_source_list_language ON source_list (is_trashed, language, id)

CREATE INDEX ix_source_list_outlet_key ON source_list (is_trashed, outlet_key, id)

CREATE INDEX ix_source_list_published_sort ON source_list (is_trashed, published_sort, id)

CREATE INDEX ix_source_list_superseded ON source_list (is_superseded) WHERE is_superseded

CREATE INDEX ix_source_list_title_key ON source_list (is_trashed, title_key, id)

CREATE INDEX ix_source_list_waiting ON source_list (is_trashed, waiting, id)

CREATE TABLE quote_list (
	is_trashed INTEGER NOT NULL,
	text_key TEXT NOT NULL,
	speaker_key TEXT NOT NULL,
	role_key TEXT NOT NULL,
	source_key TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_quote_list PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_quote_list_role_key ON quote_list (is_trashed, role_key, id)

CREATE INDEX ix_quote_list_source_id ON quote_list (is_trashed, source_id, id)

CREATE INDEX ix_quote_list_source_key ON quote_list (is_trashed, source_key, id)

CREATE INDEX ix_quote_list_speaker_key ON quote_list (is_trashed, speaker_key, id)

CREATE INDEX ix_quote_list_text_key ON quote_list (is_trashed, text_key, id)

CREATE TABLE event_list (
	is_trashed INTEGER NOT NULL,
	dated_sort TEXT NOT NULL,
	about_key TEXT NOT NULL,
	source_key TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_event_list PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_event_list_about_key ON event_list (is_trashed, about_key, id)

CREATE INDEX ix_event_list_dated_sort ON event_list (is_trashed, dated_sort, id)

CREATE INDEX ix_event_list_source_id ON event_list (is_trashed, source_id, id)

CREATE INDEX ix_event_list_source_key ON event_list (is_trashed, source_key, id)

CREATE TABLE text_signature (
	text_key TEXT NOT NULL,
	shingles INTEGER NOT NULL,
	minima BLOB NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_text_signature PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_text_signature_text_key ON text_signature (text_key)

CREATE TABLE text_band (
	band INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_text_band PRIMARY KEY (band, id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE text_copy (
	document_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	share_permille INTEGER NOT NULL,
	CONSTRAINT pk_text_copy PRIMARY KEY (document_id, id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE step_subject (
	step_id INTEGER NOT NULL,
	record_table TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_step_subject PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_step_subject_record ON step_subject (record_table, record_id, step_id)

CREATE INDEX ix_step_subject_step_id ON step_subject (step_id)

CREATE TABLE party (
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	code TEXT NOT NULL,
	jurisdiction TEXT NOT NULL,
	match_key TEXT NOT NULL,
	legal_name TEXT DEFAULT '' NOT NULL,
	english_name TEXT DEFAULT '' NOT NULL,
	abbreviation TEXT DEFAULT '' NOT NULL,
	body TEXT DEFAULT '' NOT NULL,
	lei TEXT DEFAULT '' NOT NULL,
	parent_id INTEGER,
	merged_into_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_party PRIMARY KEY (id),
	CONSTRAINT fk_party_parent_id_party FOREIGN KEY(parent_id) REFERENCES party (id),
	CONSTRAINT fk_party_merged_into_id_party FOREIGN KEY(merged_into_id) REFERENCES party (id)
)
 STRICT

CREATE INDEX ix_party_code ON party (code)

CREATE INDEX ix_party_kind_name ON party (kind, name)

CREATE INDEX ix_party_match_key ON party (match_key)

CREATE INDEX ix_party_merged_into_id ON party (merged_into_id)

CREATE INDEX ix_party_parent_id ON party (parent_id)

CREATE TABLE action (
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	jurisdiction TEXT NOT NULL,
	decided TEXT,
	decided_sort TEXT NOT NULL,
	summary TEXT NOT NULL,
	added_at TEXT NOT NULL,
	trashed_at TEXT,
	"trigger" TEXT DEFAULT '' NOT NULL,
	forum TEXT DEFAULT '' NOT NULL,
	people_affected INTEGER,
	violation TEXT DEFAULT '' NOT NULL,
	sector TEXT DEFAULT '' NOT NULL,
	confidence TEXT DEFAULT '' NOT NULL,
	verified_by TEXT DEFAULT '' NOT NULL,
	verified_at TEXT,
	conduct TEXT,
	opened TEXT,
	notified TEXT,
	announced TEXT,
	published TEXT,
	effective TEXT,
	final TEXT,
	checked TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_action_decided_sort ON action (decided_sort)

CREATE INDEX ix_action_trashed_at ON action (trashed_at) WHERE trashed_at IS NOT NULL

CREATE TABLE case_file (
	title TEXT NOT NULL,
	purpose TEXT NOT NULL,
	added_at TEXT NOT NULL,
	trashed_at TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_case_file PRIMARY KEY (id)
)
 STRICT

CREATE INDEX ix_case_file_trashed_at ON case_file (trashed_at) WHERE trashed_at IS NOT NULL

CREATE TABLE saved_search (
	name TEXT NOT NULL,
	"query" TEXT NOT NULL,
	added_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_saved_search PRIMARY KEY (id),
	CONSTRAINT uq_saved_search_name UNIQUE (name)
)
 STRICT

CREATE TABLE action_identifier (
	action_id INTEGER NOT NULL,
	scheme TEXT NOT NULL,
	value TEXT NOT NULL,
	url TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_identifier PRIMARY KEY (id),
	CONSTRAINT uq_action_identifier_action_id_scheme_value UNIQUE (action_id, scheme, value),
	CONSTRAINT fk_action_identifier_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_action_identifier_value ON action_identifier (value)

CREATE TABLE action_category (
	action_id INTEGER NOT NULL,
	code TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_category PRIMARY KEY (id),
	CONSTRAINT uq_action_category_action_id_code UNIQUE (action_id, code),
	CONSTRAINT fk_action_category_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE TABLE action_tag (
	action_id INTEGER NOT NULL,
	tag TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_tag PRIMARY KEY (id),
	CONSTRAINT uq_action_tag_action_id_tag UNIQUE (action_id, tag),
	CONSTRAINT fk_action_tag_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_action_tag_tag ON action_tag (tag)

CREATE TABLE action_note (
	action_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	person TEXT NOT NULL,
	added_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_note PRIMARY KEY (id),
	CONSTRAINT fk_action_note_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_action_note_action_id ON action_note (action_id)

CREATE TABLE appeal (
	action_id INTEGER NOT NULL,
	from_body TEXT NOT NULL,
	from_number TEXT NOT NULL,
	to_body TEXT NOT NULL,
	to_number TEXT NOT NULL,
	status TEXT NOT NULL,
	url TEXT NOT NULL,
	dated TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_appeal PRIMARY KEY (id),
	CONSTRAINT fk_appeal_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_appeal_action_id ON appeal (action_id)

CREATE TABLE related_action (
	action_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	relation TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_related_action PRIMARY KEY (id),
	CONSTRAINT uq_related_action_action_id_other_id_relation UNIQUE (action_id, other_id, relation),
	CONSTRAINT fk_related_action_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
	CONSTRAINT fk_related_action_other_id_action FOREIGN KEY(other_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_related_action_other_id ON related_action (other_id)

CREATE TABLE document (
	original_id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	media_type TEXT NOT NULL,
	reader TEXT NOT NULL,
	text TEXT NOT NULL,
	text_sha256 TEXT NOT NULL,
	notes TEXT NOT NULL,
	captured_at TEXT NOT NULL,
	structure TEXT DEFAULT '' NOT NULL,
	pages TEXT DEFAULT '' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_document PRIMARY KEY (id),
	CONSTRAINT uq_document_original_id_version UNIQUE (original_id, version),
	CONSTRAINT fk_document_original_id_original FOREIGN KEY(original_id) REFERENCES original (id)
)
 STRICT

CREATE TABLE receipt_line (
	batch_id INTEGER NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	part INTEGER DEFAULT '0' NOT NULL,
	name TEXT NOT NULL,
	path BLOB,
	outcome TEXT NOT NULL,
	message TEXT NOT NULL,
	warnings TEXT DEFAULT '[]' NOT NULL,
	source_id INTEGER,
	step_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_receipt_line PRIMARY KEY (id),
	CONSTRAINT fk_receipt_line_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id)
)
 STRICT

CREATE INDEX ix_receipt_line_batch_id_position ON receipt_line (batch_id, position, part)

CREATE INDEX ix_receipt_line_source_id ON receipt_line (source_id)

CREATE INDEX ix_receipt_line_waiting ON receipt_line (batch_id) WHERE outcome = 'waiting'

CREATE TABLE change (
	step_id INTEGER NOT NULL,
	table_name TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	"before" TEXT,
	"after" TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_change PRIMARY KEY (id),
	CONSTRAINT fk_change_step_id_step FOREIGN KEY(step_id) REFERENCES step (id)
)
 STRICT

CREATE INDEX ix_change_step_id ON change (step_id)

CREATE INDEX ix_change_table_name_row_id ON change (table_name, row_id)

CREATE TABLE party_alias (
	party_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	match_key TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_party_alias PRIMARY KEY (id),
	CONSTRAINT uq_party_alias_party_id_name UNIQUE (party_id, name),
	CONSTRAINT fk_party_alias_party_id_party FOREIGN KEY(party_id) REFERENCES party (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_party_alias_match_key ON party_alias (match_key)

CREATE TABLE action_party (
	action_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	position INTEGER NOT NULL,
	capacity TEXT DEFAULT '' NOT NULL,
	as_published TEXT DEFAULT '' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_party PRIMARY KEY (id),
	CONSTRAINT uq_action_party_action_id_party_id_role UNIQUE (action_id, party_id, role),
	CONSTRAINT fk_action_party_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
	CONSTRAINT fk_action_party_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
)
 STRICT

CREATE INDEX ix_action_party_party_id ON action_party (party_id)

CREATE TABLE measure (
	action_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	position INTEGER NOT NULL,
	deadline TEXT,
	note TEXT DEFAULT '' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_measure PRIMARY KEY (id),
	CONSTRAINT fk_measure_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_measure_action_id ON measure (action_id)

CREATE TABLE provision (
	action_id INTEGER NOT NULL,
	instrument TEXT NOT NULL,
	article TEXT NOT NULL,
	finding TEXT NOT NULL,
	national_law TEXT DEFAULT '' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_provision PRIMARY KEY (id),
	CONSTRAINT uq_provision_action_id_instrument_article UNIQUE (action_id, instrument, article),
	CONSTRAINT fk_provision_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE TABLE speaker (
	name TEXT NOT NULL,
	match_key TEXT NOT NULL,
	party_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_speaker PRIMARY KEY (id),
	CONSTRAINT fk_speaker_party_id_party FOREIGN KEY(party_id) REFERENCES party (id)
)
 STRICT

CREATE INDEX ix_speaker_match_key ON speaker (match_key)

CREATE INDEX ix_speaker_party_id ON speaker (party_id)

CREATE TABLE case_file_action (
	case_file_id INTEGER NOT NULL,
	action_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_case_file_action PRIMARY KEY (id),
	CONSTRAINT uq_case_file_action_case_file_id_action_id UNIQUE (case_file_id, action_id),
	CONSTRAINT fk_case_file_action_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_file_action_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_case_file_action_action_id ON case_file_action (action_id)

CREATE TABLE case_note (
	case_file_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	added_at TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_case_note PRIMARY KEY (id),
	CONSTRAINT fk_case_note_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_case_note_case_file_id ON case_note (case_file_id)

CREATE TABLE brief (
	case_file_id INTEGER,
	title TEXT NOT NULL,
	path TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	pages INTEGER NOT NULL,
	as_of TEXT NOT NULL,
	as_of_step INTEGER NOT NULL,
	cited TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_brief PRIMARY KEY (id),
	CONSTRAINT fk_brief_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id) ON DELETE SET NULL
)
 STRICT

CREATE TABLE source (
	document_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	outlet TEXT NOT NULL,
	authors TEXT NOT NULL,
	published TEXT,
	published_sort TEXT NOT NULL,
	url TEXT NOT NULL,
	language TEXT NOT NULL,
	kind TEXT NOT NULL,
	is_primary INTEGER NOT NULL,
	file_name TEXT NOT NULL,
	added_at TEXT NOT NULL,
	trashed_at TEXT,
	part_of_id INTEGER,
	seal TEXT DEFAULT '' NOT NULL,
	modified TEXT,
	licence TEXT DEFAULT '' NOT NULL,
	found TEXT DEFAULT '' NOT NULL,
	captured_on TEXT,
	version_of_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_source PRIMARY KEY (id),
	CONSTRAINT fk_source_document_id_document FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_source_part_of_id_source FOREIGN KEY(part_of_id) REFERENCES source (id),
	CONSTRAINT fk_source_version_of_id_source FOREIGN KEY(version_of_id) REFERENCES source (id)
)
 STRICT

CREATE INDEX ix_source_added_at ON source (added_at)

CREATE INDEX ix_source_document_id ON source (document_id)

CREATE INDEX ix_source_part_of_id ON source (part_of_id)

CREATE INDEX ix_source_published_sort ON source (published_sort)

CREATE INDEX ix_source_trashed_at ON source (trashed_at) WHERE trashed_at IS NOT NULL

CREATE INDEX ix_source_version_of_id ON source (version_of_id)

CREATE TABLE passage (
	document_id INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_passage PRIMARY KEY (id),
	CONSTRAINT uq_passage_document_id_start_end UNIQUE (document_id, start, "end"),
	CONSTRAINT fk_passage_document_id_document FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT

CREATE TABLE ledger_entry (
	measure_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	basis TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	scale TEXT NOT NULL,
	per TEXT NOT NULL,
	dated TEXT,
	converted_minor INTEGER,
	converted_currency TEXT DEFAULT '' NOT NULL,
	rate TEXT DEFAULT '' NOT NULL,
	rate_date TEXT,
	note TEXT DEFAULT '' NOT NULL,
	is_live INTEGER DEFAULT '1' NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_ledger_entry PRIMARY KEY (id),
	CONSTRAINT fk_ledger_entry_measure_id_measure FOREIGN KEY(measure_id) REFERENCES measure (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_ledger_entry_measure_id ON ledger_entry (measure_id)

CREATE TABLE proposal (
	source_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	position INTEGER NOT NULL,
	payload TEXT NOT NULL,
	state TEXT NOT NULL,
	reviewer TEXT NOT NULL,
	decided_at TEXT,
	unreviewed INTEGER NOT NULL,
	record_table TEXT NOT NULL,
	record_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_proposal PRIMARY KEY (id),
	CONSTRAINT fk_proposal_source_id_source FOREIGN KEY(source_id) REFERENCES source (id)
)
 STRICT

CREATE INDEX ix_proposal_source_id_position ON proposal (source_id, position)

CREATE INDEX ix_proposal_state_source_id ON proposal (state, source_id)

CREATE TABLE quote (
	source_id INTEGER NOT NULL,
	passage_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	kind TEXT NOT NULL,
	speaker_id INTEGER,
	role TEXT NOT NULL,
	translation TEXT NOT NULL,
	trashed_at TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_quote PRIMARY KEY (id),
	CONSTRAINT fk_quote_source_id_source FOREIGN KEY(source_id) REFERENCES source (id),
	CONSTRAINT fk_quote_passage_id_passage FOREIGN KEY(passage_id) REFERENCES passage (id),
	CONSTRAINT fk_quote_speaker_id_speaker FOREIGN KEY(speaker_id) REFERENCES speaker (id)
)
 STRICT

CREATE INDEX ix_quote_passage_id ON quote (passage_id)

CREATE INDEX ix_quote_source_id ON quote (source_id)

CREATE INDEX ix_quote_speaker_id ON quote (speaker_id)

CREATE INDEX ix_quote_trashed_at ON quote (trashed_at) WHERE trashed_at IS NOT NULL

CREATE TABLE timeline_event (
	source_id INTEGER NOT NULL,
	passage_id INTEGER NOT NULL,
	dated TEXT NOT NULL,
	dated_sort TEXT NOT NULL,
	about TEXT NOT NULL,
	trashed_at TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_timeline_event PRIMARY KEY (id),
	CONSTRAINT fk_timeline_event_source_id_source FOREIGN KEY(source_id) REFERENCES source (id),
	CONSTRAINT fk_timeline_event_passage_id_passage FOREIGN KEY(passage_id) REFERENCES passage (id)
)
 STRICT

CREATE INDEX ix_timeline_event_dated_sort ON timeline_event (dated_sort)

CREATE INDEX ix_timeline_event_passage_id ON timeline_event (passage_id)

CREATE INDEX ix_timeline_event_source_id ON timeline_event (source_id)

CREATE INDEX ix_timeline_event_trashed_at ON timeline_event (trashed_at) WHERE trashed_at IS NOT NULL

CREATE TABLE case_file_source (
	case_file_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_case_file_source PRIMARY KEY (id),
	CONSTRAINT uq_case_file_source_case_file_id_source_id UNIQUE (case_file_id, source_id),
	CONSTRAINT fk_case_file_source_case_file_id_case_file FOREIGN KEY(case_file_id) REFERENCES case_file (id) ON DELETE CASCADE,
	CONSTRAINT fk_case_file_source_source_id_source FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 STRICT

CREATE INDEX ix_case_file_source_source_id ON case_file_source (source_id)

CREATE TABLE claim (
	record_table TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	state TEXT NOT NULL,
	method TEXT NOT NULL,
	rule TEXT NOT NULL,
	confidence REAL NOT NULL,
	reviewer TEXT NOT NULL,
	decided_at TEXT,
	unreviewed INTEGER NOT NULL,
	reason TEXT NOT NULL,
	source_id INTEGER,
	proposal_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_claim PRIMARY KEY (id),
	CONSTRAINT fk_claim_source_id_source FOREIGN KEY(source_id) REFERENCES source (id),
	CONSTRAINT fk_claim_proposal_id_proposal FOREIGN KEY(proposal_id) REFERENCES proposal (id)
)
 STRICT

CREATE INDEX ix_claim_proposal_id ON claim (proposal_id)

CREATE INDEX ix_claim_record_table_record_id_field ON claim (record_table, record_id, field)

CREATE INDEX ix_claim_source_id ON claim (source_id)

CREATE TABLE claim_passage (
	claim_id INTEGER NOT NULL,
	passage_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_claim_passage PRIMARY KEY (id),
	CONSTRAINT uq_claim_passage_claim_id_passage_id UNIQUE (claim_id, passage_id),
	CONSTRAINT fk_claim_passage_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE CASCADE,
	CONSTRAINT fk_claim_passage_passage_id_passage FOREIGN KEY(passage_id) REFERENCES passage (id)
)
 STRICT

CREATE INDEX ix_claim_passage_passage_id ON claim_passage (passage_id)

CREATE VIEW source_text AS
SELECT source.id, source.title, source.outlet, document.text AS body
FROM source JOIN document ON document.id = source.document_id

CREATE VIRTUAL TABLE source_search
USING fts5(title, outlet, body, content='source_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2')

CREATE VIRTUAL TABLE source_grams USING fts5(title, outlet, body, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")

CREATE VIRTUAL TABLE action_search USING fts5(title, body, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")

CREATE VIRTUAL TABLE quote_search USING fts5(speaker, body, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")

CREATE VIRTUAL TABLE party_search USING fts5(names, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")

CREATE TRIGGER journal_action_insert AFTER INSERT ON "action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action', new.id, NULL, json_object('title', new."title", 'kind', new."kind", 'status', new."status", 'jurisdiction', new."jurisdiction", 'decided', new."decided", 'decided_sort', new."decided_sort", 'summary', new."summary", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'trigger', new."trigger", 'forum', new."forum", 'people_affected', new."people_affected", 'violation', new."violation", 'sector', new."sector", 'confidence', new."confidence", 'verified_by', new."verified_by", 'verified_at', new."verified_at", 'conduct', new."conduct", 'opened', new."opened", 'notified', new."notified", 'announced', new."announced", 'published', new."published", 'effective', new."effective", 'final', new."final", 'checked', new."checked", 'id', new."id")); END

CREATE TRIGGER journal_action_update AFTER UPDATE ON "action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action', new.id, json_object('title', old."title", 'kind', old."kind", 'status', old."status", 'jurisdiction', old."jurisdiction", 'decided', old."decided", 'decided_sort', old."decided_sort", 'summary', old."summary", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'trigger', old."trigger", 'forum', old."forum", 'people_affected', old."people_affected", 'violation', old."violation", 'sector', old."sector", 'confidence', old."confidence", 'verified_by', old."verified_by", 'verified_at', old."verified_at", 'conduct', old."conduct", 'opened', old."opened", 'notified', old."notified", 'announced', old."announced", 'published', old."published", 'effective', old."effective", 'final', old."final", 'checked', old."checked", 'id', old."id"), json_object('title', new."title", 'kind', new."kind", 'status', new."status", 'jurisdiction', new."jurisdiction", 'decided', new."decided", 'decided_sort', new."decided_sort", 'summary', new."summary", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'trigger', new."trigger", 'forum', new."forum", 'people_affected', new."people_affected", 'violation', new."violation", 'sector', new."sector", 'confidence', new."confidence", 'verified_by', new."verified_by", 'verified_at', new."verified_at", 'conduct', new."conduct", 'opened', new."opened", 'notified', new."notified", 'announced', new."announced", 'published', new."published", 'effective', new."effective", 'final', new."final", 'checked', new."checked", 'id', new."id")); END

CREATE TRIGGER journal_action_delete AFTER DELETE ON "action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action', old.id, json_object('title', old."title", 'kind', old."kind", 'status', old."status", 'jurisdiction', old."jurisdiction", 'decided', old."decided", 'decided_sort', old."decided_sort", 'summary', old."summary", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'trigger', old."trigger", 'forum', old."forum", 'people_affected', old."people_affected", 'violation', old."violation", 'sector', old."sector", 'confidence', old."confidence", 'verified_by', old."verified_by", 'verified_at', old."verified_at", 'conduct', old."conduct", 'opened', old."opened", 'notified', old."notified", 'announced', old."announced", 'published', old."published", 'effective', old."effective", 'final', old."final", 'checked', old."checked", 'id', old."id"), NULL); END

CREATE TRIGGER journal_case_file_insert AFTER INSERT ON "case_file" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file', new.id, NULL, json_object('title', new."title", 'purpose', new."purpose", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_case_file_update AFTER UPDATE ON "case_file" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file', new.id, json_object('title', old."title", 'purpose', old."purpose", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'id', old."id"), json_object('title', new."title", 'purpose', new."purpose", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_case_file_delete AFTER DELETE ON "case_file" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file', old.id, json_object('title', old."title", 'purpose', old."purpose", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_party_insert AFTER INSERT ON "party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party', new.id, NULL, json_object('kind', new."kind", 'name', new."name", 'code', new."code", 'jurisdiction', new."jurisdiction", 'match_key', new."match_key", 'legal_name', new."legal_name", 'english_name', new."english_name", 'abbreviation', new."abbreviation", 'body', new."body", 'lei', new."lei", 'parent_id', new."parent_id", 'merged_into_id', new."merged_into_id", 'id', new."id")); END

CREATE TRIGGER journal_party_update AFTER UPDATE ON "party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party', new.id, json_object('kind', old."kind", 'name', old."name", 'code', old."code", 'jurisdiction', old."jurisdiction", 'match_key', old."match_key", 'legal_name', old."legal_name", 'english_name', old."english_name", 'abbreviation', old."abbreviation", 'body', old."body", 'lei', old."lei", 'parent_id', old."parent_id", 'merged_into_id', old."merged_into_id", 'id', old."id"), json_object('kind', new."kind", 'name', new."name", 'code', new."code", 'jurisdiction', new."jurisdiction", 'match_key', new."match_key", 'legal_name', new."legal_name", 'english_name', new."english_name", 'abbreviation', new."abbreviation", 'body', new."body", 'lei', new."lei", 'parent_id', new."parent_id", 'merged_into_id', new."merged_into_id", 'id', new."id")); END

CREATE TRIGGER journal_party_delete AFTER DELETE ON "party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party', old.id, json_object('kind', old."kind", 'name', old."name", 'code', old."code", 'jurisdiction', old."jurisdiction", 'match_key', old."match_key", 'legal_name', old."legal_name", 'english_name', old."english_name", 'abbreviation', old."abbreviation", 'body', old."body", 'lei', old."lei", 'parent_id', old."parent_id", 'merged_into_id', old."merged_into_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_saved_search_insert AFTER INSERT ON "saved_search" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'saved_search', new.id, NULL, json_object('name', new."name", 'query', new."query", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_saved_search_update AFTER UPDATE ON "saved_search" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'saved_search', new.id, json_object('name', old."name", 'query', old."query", 'added_at', old."added_at", 'id', old."id"), json_object('name', new."name", 'query', new."query", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_saved_search_delete AFTER DELETE ON "saved_search" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'saved_search', old.id, json_object('name', old."name", 'query', old."query", 'added_at', old."added_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_action_category_insert AFTER INSERT ON "action_category" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_category', new.id, NULL, json_object('action_id', new."action_id", 'code', new."code", 'id', new."id")); END

CREATE TRIGGER journal_action_category_update AFTER UPDATE ON "action_category" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_category', new.id, json_object('action_id', old."action_id", 'code', old."code", 'id', old."id"), json_object('action_id', new."action_id", 'code', new."code", 'id', new."id")); END

CREATE TRIGGER journal_action_category_delete AFTER DELETE ON "action_category" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_category', old.id, json_object('action_id', old."action_id", 'code', old."code", 'id', old."id"), NULL); END

CREATE TRIGGER journal_action_identifier_insert AFTER INSERT ON "action_identifier" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_identifier', new.id, NULL, json_object('action_id', new."action_id", 'scheme', new."scheme", 'value', new."value", 'url', new."url", 'id', new."id")); END

CREATE TRIGGER journal_action_identifier_update AFTER UPDATE ON "action_identifier" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_identifier', new.id, json_object('action_id', old."action_id", 'scheme', old."scheme", 'value', old."value", 'url', old."url", 'id', old."id"), json_object('action_id', new."action_id", 'scheme', new."scheme", 'value', new."value", 'url', new."url", 'id', new."id")); END

CREATE TRIGGER journal_action_identifier_delete AFTER DELETE ON "action_identifier" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_identifier', old.id, json_object('action_id', old."action_id", 'scheme', old."scheme", 'value', old."value", 'url', old."url", 'id', old."id"), NULL); END

CREATE TRIGGER journal_action_note_insert AFTER INSERT ON "action_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_note', new.id, NULL, json_object('action_id', new."action_id", 'text', new."text", 'person', new."person", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_action_note_update AFTER UPDATE ON "action_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_note', new.id, json_object('action_id', old."action_id", 'text', old."text", 'person', old."person", 'added_at', old."added_at", 'id', old."id"), json_object('action_id', new."action_id", 'text', new."text", 'person', new."person", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_action_note_delete AFTER DELETE ON "action_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_note', old.id, json_object('action_id', old."action_id", 'text', old."text", 'person', old."person", 'added_at', old."added_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_action_party_insert AFTER INSERT ON "action_party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_party', new.id, NULL, json_object('action_id', new."action_id", 'party_id', new."party_id", 'role', new."role", 'position', new."position", 'capacity', new."capacity", 'as_published', new."as_published", 'id', new."id")); END

CREATE TRIGGER journal_action_party_update AFTER UPDATE ON "action_party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_party', new.id, json_object('action_id', old."action_id", 'party_id', old."party_id", 'role', old."role", 'position', old."position", 'capacity', old."capacity", 'as_published', old."as_published", 'id', old."id"), json_object('action_id', new."action_id", 'party_id', new."party_id", 'role', new."role", 'position', new."position", 'capacity', new."capacity", 'as_published', new."as_published", 'id', new."id")); END

CREATE TRIGGER journal_action_party_delete AFTER DELETE ON "action_party" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_party', old.id, json_object('action_id', old."action_id", 'party_id', old."party_id", 'role', old."role", 'position', old."position", 'capacity', old."capacity", 'as_published', old."as_published", 'id', old."id"), NULL); END

CREATE TRIGGER journal_action_tag_insert AFTER INSERT ON "action_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_tag', new.id, NULL, json_object('action_id', new."action_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_action_tag_update AFTER UPDATE ON "action_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_tag', new.id, json_object('action_id', old."action_id", 'tag', old."tag", 'id', old."id"), json_object('action_id', new."action_id", 'tag', new."tag", 'id', new."id")); END

CREATE TRIGGER journal_action_tag_delete AFTER DELETE ON "action_tag" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'action_tag', old.id, json_object('action_id', old."action_id", 'tag', old."tag", 'id', old."id"), NULL); END

CREATE TRIGGER journal_appeal_insert AFTER INSERT ON "appeal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'appeal', new.id, NULL, json_object('action_id', new."action_id", 'from_body', new."from_body", 'from_number', new."from_number", 'to_body', new."to_body", 'to_number', new."to_number", 'status', new."status", 'url', new."url", 'dated', new."dated", 'id', new."id")); END

CREATE TRIGGER journal_appeal_update AFTER UPDATE ON "appeal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'appeal', new.id, json_object('action_id', old."action_id", 'from_body', old."from_body", 'from_number', old."from_number", 'to_body', old."to_body", 'to_number', old."to_number", 'status', old."status", 'url', old."url", 'dated', old."dated", 'id', old."id"), json_object('action_id', new."action_id", 'from_body', new."from_body", 'from_number', new."from_number", 'to_body', new."to_body", 'to_number', new."to_number", 'status', new."status", 'url', new."url", 'dated', new."dated", 'id', new."id")); END

CREATE TRIGGER journal_appeal_delete AFTER DELETE ON "appeal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'appeal', old.id, json_object('action_id', old."action_id", 'from_body', old."from_body", 'from_number', old."from_number", 'to_body', old."to_body", 'to_number', old."to_number", 'status', old."status", 'url', old."url", 'dated', old."dated", 'id', old."id"), NULL); END

CREATE TRIGGER journal_brief_insert AFTER INSERT ON "brief" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief', new.id, NULL, json_object('case_file_id', new."case_file_id", 'title', new."title", 'path', new."path", 'sha256', new."sha256", 'pages', new."pages", 'as_of', new."as_of", 'as_of_step', new."as_of_step", 'cited', new."cited", 'id', new."id")); END

CREATE TRIGGER journal_brief_update AFTER UPDATE ON "brief" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief', new.id, json_object('case_file_id', old."case_file_id", 'title', old."title", 'path', old."path", 'sha256', old."sha256", 'pages', old."pages", 'as_of', old."as_of", 'as_of_step', old."as_of_step", 'cited', old."cited", 'id', old."id"), json_object('case_file_id', new."case_file_id", 'title', new."title", 'path', new."path", 'sha256', new."sha256", 'pages', new."pages", 'as_of', new."as_of", 'as_of_step', new."as_of_step", 'cited', new."cited", 'id', new."id")); END

CREATE TRIGGER journal_brief_delete AFTER DELETE ON "brief" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'brief', old.id, json_object('case_file_id', old."case_file_id", 'title', old."title", 'path', old."path", 'sha256', old."sha256", 'pages', old."pages", 'as_of', old."as_of", 'as_of_step', old."as_of_step", 'cited', old."cited", 'id', old."id"), NULL); END

CREATE TRIGGER journal_case_file_action_insert AFTER INSERT ON "case_file_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_action', new.id, NULL, json_object('case_file_id', new."case_file_id", 'action_id', new."action_id", 'id', new."id")); END

CREATE TRIGGER journal_case_file_action_update AFTER UPDATE ON "case_file_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_action', new.id, json_object('case_file_id', old."case_file_id", 'action_id', old."action_id", 'id', old."id"), json_object('case_file_id', new."case_file_id", 'action_id', new."action_id", 'id', new."id")); END

CREATE TRIGGER journal_case_file_action_delete AFTER DELETE ON "case_file_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_action', old.id, json_object('case_file_id', old."case_file_id", 'action_id', old."action_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_case_note_insert AFTER INSERT ON "case_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_note', new.id, NULL, json_object('case_file_id', new."case_file_id", 'text', new."text", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_case_note_update AFTER UPDATE ON "case_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_note', new.id, json_object('case_file_id', old."case_file_id", 'text', old."text", 'added_at', old."added_at", 'id', old."id"), json_object('case_file_id', new."case_file_id", 'text', new."text", 'added_at', new."added_at", 'id', new."id")); END

CREATE TRIGGER journal_case_note_delete AFTER DELETE ON "case_note" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_note', old.id, json_object('case_file_id', old."case_file_id", 'text', old."text", 'added_at', old."added_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_measure_insert AFTER INSERT ON "measure" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'measure', new.id, NULL, json_object('action_id', new."action_id", 'kind', new."kind", 'position', new."position", 'deadline', new."deadline", 'note', new."note", 'id', new."id")); END

CREATE TRIGGER journal_measure_update AFTER UPDATE ON "measure" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'measure', new.id, json_object('action_id', old."action_id", 'kind', old."kind", 'position', old."position", 'deadline', old."deadline", 'note', old."note", 'id', old."id"), json_object('action_id', new."action_id", 'kind', new."kind", 'position', new."position", 'deadline', new."deadline", 'note', new."note", 'id', new."id")); END

CREATE TRIGGER journal_measure_delete AFTER DELETE ON "measure" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'measure', old.id, json_object('action_id', old."action_id", 'kind', old."kind", 'position', old."position", 'deadline', old."deadline", 'note', old."note", 'id', old."id"), NULL); END

CREATE TRIGGER journal_party_alias_insert AFTER INSERT ON "party_alias" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party_alias', new.id, NULL, json_object('party_id', new."party_id", 'name', new."name", 'match_key', new."match_key", 'id', new."id")); END

CREATE TRIGGER journal_party_alias_update AFTER UPDATE ON "party_alias" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party_alias', new.id, json_object('party_id', old."party_id", 'name', old."name", 'match_key', old."match_key", 'id', old."id"), json_object('party_id', new."party_id", 'name', new."name", 'match_key', new."match_key", 'id', new."id")); END

CREATE TRIGGER journal_party_alias_delete AFTER DELETE ON "party_alias" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'party_alias', old.id, json_object('party_id', old."party_id", 'name', old."name", 'match_key', old."match_key", 'id', old."id"), NULL); END

CREATE TRIGGER journal_provision_insert AFTER INSERT ON "provision" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'provision', new.id, NULL, json_object('action_id', new."action_id", 'instrument', new."instrument", 'article', new."article", 'finding', new."finding", 'national_law', new."national_law", 'id', new."id")); END

CREATE TRIGGER journal_provision_update AFTER UPDATE ON "provision" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'provision', new.id, json_object('action_id', old."action_id", 'instrument', old."instrument", 'article', old."article", 'finding', old."finding", 'national_law', old."national_law", 'id', old."id"), json_object('action_id', new."action_id", 'instrument', new."instrument", 'article', new."article", 'finding', new."finding", 'national_law', new."national_law", 'id', new."id")); END

CREATE TRIGGER journal_provision_delete AFTER DELETE ON "provision" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'provision', old.id, json_object('action_id', old."action_id", 'instrument', old."instrument", 'article', old."article", 'finding', old."finding", 'national_law', old."national_law", 'id', old."id"), NULL); END

CREATE TRIGGER journal_related_action_insert AFTER INSERT ON "related_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'related_action', new.id, NULL, json_object('action_id', new."action_id", 'other_id', new."other_id", 'relation', new."relation", 'id', new."id")); END

CREATE TRIGGER journal_related_action_update AFTER UPDATE ON "related_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'related_action', new.id, json_object('action_id', old."action_id", 'other_id', old."other_id", 'relation', old."relation", 'id', old."id"), json_object('action_id', new."action_id", 'other_id', new."other_id", 'relation', new."relation", 'id', new."id")); END

CREATE TRIGGER journal_related_action_delete AFTER DELETE ON "related_action" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'related_action', old.id, json_object('action_id', old."action_id", 'other_id', old."other_id", 'relation', old."relation", 'id', old."id"), NULL); END

CREATE TRIGGER journal_speaker_insert AFTER INSERT ON "speaker" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'speaker', new.id, NULL, json_object('name', new."name", 'match_key', new."match_key", 'party_id', new."party_id", 'id', new."id")); END

CREATE TRIGGER journal_speaker_update AFTER UPDATE ON "speaker" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'speaker', new.id, json_object('name', old."name", 'match_key', old."match_key", 'party_id', old."party_id", 'id', old."id"), json_object('name', new."name", 'match_key', new."match_key", 'party_id', new."party_id", 'id', new."id")); END

CREATE TRIGGER journal_speaker_delete AFTER DELETE ON "speaker" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'speaker', old.id, json_object('name', old."name", 'match_key', old."match_key", 'party_id', old."party_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_ledger_entry_insert AFTER INSERT ON "ledger_entry" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'ledger_entry', new.id, NULL, json_object('measure_id', new."measure_id", 'position', new."position", 'basis', new."basis", 'amount_minor', new."amount_minor", 'currency', new."currency", 'scale', new."scale", 'per', new."per", 'dated', new."dated", 'converted_minor', new."converted_minor", 'converted_currency', new."converted_currency", 'rate', new."rate", 'rate_date', new."rate_date", 'note', new."note", 'is_live', new."is_live", 'id', new."id")); END

CREATE TRIGGER journal_ledger_entry_update AFTER UPDATE ON "ledger_entry" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'ledger_entry', new.id, json_object('measure_id', old."measure_id", 'position', old."position", 'basis', old."basis", 'amount_minor', old."amount_minor", 'currency', old."currency", 'scale', old."scale", 'per', old."per", 'dated', old."dated", 'converted_minor', old."converted_minor", 'converted_currency', old."converted_currency", 'rate', old."rate", 'rate_date', old."rate_date", 'note', old."note", 'is_live', old."is_live", 'id', old."id"), json_object('measure_id', new."measure_id", 'position', new."position", 'basis', new."basis", 'amount_minor', new."amount_minor", 'currency', new."currency", 'scale', new."scale", 'per', new."per", 'dated', new."dated", 'converted_minor', new."converted_minor", 'converted_currency', new."converted_currency", 'rate', new."rate", 'rate_date', new."rate_date", 'note', new."note", 'is_live', new."is_live", 'id', new."id")); END

CREATE TRIGGER journal_ledger_entry_delete AFTER DELETE ON "ledger_entry" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'ledger_entry', old.id, json_object('measure_id', old."measure_id", 'position', old."position", 'basis', old."basis", 'amount_minor', old."amount_minor", 'currency', old."currency", 'scale', old."scale", 'per', old."per", 'dated', old."dated", 'converted_minor', old."converted_minor", 'converted_currency', old."converted_currency", 'rate', old."rate", 'rate_date', old."rate_date", 'note', old."note", 'is_live', old."is_live", 'id', old."id"), NULL); END

CREATE TRIGGER journal_passage_insert AFTER INSERT ON "passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'passage', new.id, NULL, json_object('document_id', new."document_id", 'start', new."start", 'end', new."end", 'exact', new."exact", 'prefix', new."prefix", 'suffix', new."suffix", 'id', new."id")); END

CREATE TRIGGER journal_passage_update AFTER UPDATE ON "passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'passage', new.id, json_object('document_id', old."document_id", 'start', old."start", 'end', old."end", 'exact', old."exact", 'prefix', old."prefix", 'suffix', old."suffix", 'id', old."id"), json_object('document_id', new."document_id", 'start', new."start", 'end', new."end", 'exact', new."exact", 'prefix', new."prefix", 'suffix', new."suffix", 'id', new."id")); END

CREATE TRIGGER journal_passage_delete AFTER DELETE ON "passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'passage', old.id, json_object('document_id', old."document_id", 'start', old."start", 'end', old."end", 'exact', old."exact", 'prefix', old."prefix", 'suffix', old."suffix", 'id', old."id"), NULL); END

CREATE TRIGGER journal_source_insert AFTER INSERT ON "source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source', new.id, NULL, json_object('document_id', new."document_id", 'title', new."title", 'outlet', new."outlet", 'authors', new."authors", 'published', new."published", 'published_sort', new."published_sort", 'url', new."url", 'language', new."language", 'kind', new."kind", 'is_primary', new."is_primary", 'file_name', new."file_name", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'part_of_id', new."part_of_id", 'seal', new."seal", 'modified', new."modified", 'licence', new."licence", 'found', new."found", 'captured_on', new."captured_on", 'version_of_id', new."version_of_id", 'id', new."id")); END

CREATE TRIGGER journal_source_update AFTER UPDATE ON "source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source', new.id, json_object('document_id', old."document_id", 'title', old."title", 'outlet', old."outlet", 'authors', old."authors", 'published', old."published", 'published_sort', old."published_sort", 'url', old."url", 'language', old."language", 'kind', old."kind", 'is_primary', old."is_primary", 'file_name', old."file_name", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'part_of_id', old."part_of_id", 'seal', old."seal", 'modified', old."modified", 'licence', old."licence", 'found', old."found", 'captured_on', old."captured_on", 'version_of_id', old."version_of_id", 'id', old."id"), json_object('document_id', new."document_id", 'title', new."title", 'outlet', new."outlet", 'authors', new."authors", 'published', new."published", 'published_sort', new."published_sort", 'url', new."url", 'language', new."language", 'kind', new."kind", 'is_primary', new."is_primary", 'file_name', new."file_name", 'added_at', new."added_at", 'trashed_at', new."trashed_at", 'part_of_id', new."part_of_id", 'seal', new."seal", 'modified', new."modified", 'licence', new."licence", 'found', new."found", 'captured_on', new."captured_on", 'version_of_id', new."version_of_id", 'id', new."id")); END

CREATE TRIGGER journal_source_delete AFTER DELETE ON "source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'source', old.id, json_object('document_id', old."document_id", 'title', old."title", 'outlet', old."outlet", 'authors', old."authors", 'published', old."published", 'published_sort', old."published_sort", 'url', old."url", 'language', old."language", 'kind', old."kind", 'is_primary', old."is_primary", 'file_name', old."file_name", 'added_at', old."added_at", 'trashed_at', old."trashed_at", 'part_of_id', old."part_of_id", 'seal', old."seal", 'modified', old."modified", 'licence', old."licence", 'found', old."found", 'captured_on', old."captured_on", 'version_of_id', old."version_of_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_case_file_source_insert AFTER INSERT ON "case_file_source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_source', new.id, NULL, json_object('case_file_id', new."case_file_id", 'source_id', new."source_id", 'id', new."id")); END

CREATE TRIGGER journal_case_file_source_update AFTER UPDATE ON "case_file_source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_source', new.id, json_object('case_file_id', old."case_file_id", 'source_id', old."source_id", 'id', old."id"), json_object('case_file_id', new."case_file_id", 'source_id', new."source_id", 'id', new."id")); END

CREATE TRIGGER journal_case_file_source_delete AFTER DELETE ON "case_file_source" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'case_file_source', old.id, json_object('case_file_id', old."case_file_id", 'source_id', old."source_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_proposal_insert AFTER INSERT ON "proposal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'proposal', new.id, NULL, json_object('source_id', new."source_id", 'kind', new."kind", 'position', new."position", 'payload', new."payload", 'state', new."state", 'reviewer', new."reviewer", 'decided_at', new."decided_at", 'unreviewed', new."unreviewed", 'record_table', new."record_table", 'record_id', new."record_id", 'id', new."id")); END

CREATE TRIGGER journal_proposal_update AFTER UPDATE ON "proposal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'proposal', new.id, json_object('source_id', old."source_id", 'kind', old."kind", 'position', old."position", 'payload', old."payload", 'state', old."state", 'reviewer', old."reviewer", 'decided_at', old."decided_at", 'unreviewed', old."unreviewed", 'record_table', old."record_table", 'record_id', old."record_id", 'id', old."id"), json_object('source_id', new."source_id", 'kind', new."kind", 'position', new."position", 'payload', new."payload", 'state', new."state", 'reviewer', new."reviewer", 'decided_at', new."decided_at", 'unreviewed', new."unreviewed", 'record_table', new."record_table", 'record_id', new."record_id", 'id', new."id")); END

CREATE TRIGGER journal_proposal_delete AFTER DELETE ON "proposal" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'proposal', old.id, json_object('source_id', old."source_id", 'kind', old."kind", 'position', old."position", 'payload', old."payload", 'state', old."state", 'reviewer', old."reviewer", 'decided_at', old."decided_at", 'unreviewed', old."unreviewed", 'record_table', old."record_table", 'record_id', old."record_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_quote_insert AFTER INSERT ON "quote" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote', new.id, NULL, json_object('source_id', new."source_id", 'passage_id', new."passage_id", 'text', new."text", 'kind', new."kind", 'speaker_id', new."speaker_id", 'role', new."role", 'translation', new."translation", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_quote_update AFTER UPDATE ON "quote" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote', new.id, json_object('source_id', old."source_id", 'passage_id', old."passage_id", 'text', old."text", 'kind', old."kind", 'speaker_id', old."speaker_id", 'role', old."role", 'translation', old."translation", 'trashed_at', old."trashed_at", 'id', old."id"), json_object('source_id', new."source_id", 'passage_id', new."passage_id", 'text', new."text", 'kind', new."kind", 'speaker_id', new."speaker_id", 'role', new."role", 'translation', new."translation", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_quote_delete AFTER DELETE ON "quote" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'quote', old.id, json_object('source_id', old."source_id", 'passage_id', old."passage_id", 'text', old."text", 'kind', old."kind", 'speaker_id', old."speaker_id", 'role', old."role", 'translation', old."translation", 'trashed_at', old."trashed_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_timeline_event_insert AFTER INSERT ON "timeline_event" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'timeline_event', new.id, NULL, json_object('source_id', new."source_id", 'passage_id', new."passage_id", 'dated', new."dated", 'dated_sort', new."dated_sort", 'about', new."about", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_timeline_event_update AFTER UPDATE ON "timeline_event" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'timeline_event', new.id, json_object('source_id', old."source_id", 'passage_id', old."passage_id", 'dated', old."dated", 'dated_sort', old."dated_sort", 'about', old."about", 'trashed_at', old."trashed_at", 'id', old."id"), json_object('source_id', new."source_id", 'passage_id', new."passage_id", 'dated', new."dated", 'dated_sort', new."dated_sort", 'about', new."about", 'trashed_at', new."trashed_at", 'id', new."id")); END

CREATE TRIGGER journal_timeline_event_delete AFTER DELETE ON "timeline_event" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'timeline_event', old.id, json_object('source_id', old."source_id", 'passage_id', old."passage_id", 'dated', old."dated", 'dated_sort', old."dated_sort", 'about', old."about", 'trashed_at', old."trashed_at", 'id', old."id"), NULL); END

CREATE TRIGGER journal_claim_insert AFTER INSERT ON "claim" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim', new.id, NULL, json_object('record_table', new."record_table", 'record_id', new."record_id", 'field', new."field", 'value', new."value", 'state', new."state", 'method', new."method", 'rule', new."rule", 'confidence', new."confidence", 'reviewer', new."reviewer", 'decided_at', new."decided_at", 'unreviewed', new."unreviewed", 'reason', new."reason", 'source_id', new."source_id", 'proposal_id', new."proposal_id", 'id', new."id")); END

CREATE TRIGGER journal_claim_update AFTER UPDATE ON "claim" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim', new.id, json_object('record_table', old."record_table", 'record_id', old."record_id", 'field', old."field", 'value', old."value", 'state', old."state", 'method', old."method", 'rule', old."rule", 'confidence', old."confidence", 'reviewer', old."reviewer", 'decided_at', old."decided_at", 'unreviewed', old."unreviewed", 'reason', old."reason", 'source_id', old."source_id", 'proposal_id', old."proposal_id", 'id', old."id"), json_object('record_table', new."record_table", 'record_id', new."record_id", 'field', new."field", 'value', new."value", 'state', new."state", 'method', new."method", 'rule', new."rule", 'confidence', new."confidence", 'reviewer', new."reviewer", 'decided_at', new."decided_at", 'unreviewed', new."unreviewed", 'reason', new."reason", 'source_id', new."source_id", 'proposal_id', new."proposal_id", 'id', new."id")); END

CREATE TRIGGER journal_claim_delete AFTER DELETE ON "claim" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim', old.id, json_object('record_table', old."record_table", 'record_id', old."record_id", 'field', old."field", 'value', old."value", 'state', old."state", 'method', old."method", 'rule', old."rule", 'confidence', old."confidence", 'reviewer', old."reviewer", 'decided_at', old."decided_at", 'unreviewed', old."unreviewed", 'reason', old."reason", 'source_id', old."source_id", 'proposal_id', old."proposal_id", 'id', old."id"), NULL); END

CREATE TRIGGER journal_claim_passage_insert AFTER INSERT ON "claim_passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim_passage', new.id, NULL, json_object('claim_id', new."claim_id", 'passage_id', new."passage_id", 'id', new."id")); END

CREATE TRIGGER journal_claim_passage_update AFTER UPDATE ON "claim_passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim_passage', new.id, json_object('claim_id', old."claim_id", 'passage_id', old."passage_id", 'id', old."id"), json_object('claim_id', new."claim_id", 'passage_id', new."passage_id", 'id', new."id")); END

CREATE TRIGGER journal_claim_passage_delete AFTER DELETE ON "claim_passage" BEGIN INSERT INTO change (step_id, table_name, row_id, before, after) VALUES ((SELECT step_id FROM open_step), 'claim_passage', old.id, json_object('claim_id', old."claim_id", 'passage_id', old."passage_id", 'id', old."id"), NULL); END

CREATE TRIGGER keep_original_update BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'original is insert-only'); END

CREATE TRIGGER keep_original_delete BEFORE DELETE ON original WHEN NOT (SELECT purging FROM open_step) BEGIN SELECT RAISE(ABORT, 'original is insert-only'); END

CREATE TRIGGER keep_document_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document is insert-only'); END

CREATE TRIGGER keep_document_delete BEFORE DELETE ON document WHEN NOT (SELECT purging FROM open_step) BEGIN SELECT RAISE(ABORT, 'document is insert-only'); END

CREATE TRIGGER keep_change_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is insert-only'); END

CREATE TRIGGER keep_change_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is insert-only'); END

CREATE TRIGGER source_search_update AFTER UPDATE OF title, outlet, document_id ON source WHEN EXISTS (SELECT 1 FROM source_search_docsize WHERE id = old.id) BEGIN INSERT INTO source_search(source_search, rowid, title, outlet, body)
    SELECT 'delete', old.id, old.title, old.outlet, text FROM document WHERE id = old.document_id;
    INSERT INTO source_search(rowid, title, outlet, body)
    SELECT new.id, new.title, new.outlet, text FROM document WHERE id = new.document_id; END

CREATE TRIGGER source_search_delete AFTER DELETE ON source WHEN EXISTS (SELECT 1 FROM source_search_docsize WHERE id = old.id) BEGIN INSERT INTO source_search(source_search, rowid, title, outlet, body)
    SELECT 'delete', old.id, old.title, old.outlet, text FROM document WHERE id = old.document_id; END
