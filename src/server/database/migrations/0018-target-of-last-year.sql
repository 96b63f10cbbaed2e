-- The target of the year before that a target was taken over from: what came of that one is shown beside it.
alter table plan_target add column last_year_id uuid;
alter table plan_target add foreign key (tenant_id, last_year_id) references plan_target (tenant_id, id);
create index plan_target_last_year on plan_target (tenant_id, last_year_id);
