DROP INDEX ix_claim_record_table_record_id_field

CREATE INDEX ix_claim_record ON claim (record_table, record_id, field, source_id)
