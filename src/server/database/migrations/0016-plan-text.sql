-- What surrounds the items of a plan that is written here; a plan read from a file has its words there.
create table plan_text (
  tenant_id uuid not null,
  plan_id uuid not null,
  version integer not null default 1,
  content jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, changed_by) references person (tenant_id, id)
);
create index plan_text_changed_by on plan_text (tenant_id, changed_by);
