-- The last event of a tenant tells whether what was made from its units still stands.
create index unit_event_latest on unit_event (tenant_id, seq);
