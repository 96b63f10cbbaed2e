-- Reports: narrative with bound figures; a freeze keeps the figures as they were.
create table report (
  tenant_id uuid not null,
  id uuid not null,
  issuer_unit_id uuid not null,
  school_year text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
  period text not null check (period in ('start', 'mid', 'end')),
  title text not null,
  content jsonb not null,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, issuer_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id)
);
create index report_issuer on report (tenant_id, issuer_unit_id, school_year);
create index report_created_by on report (tenant_id, created_by);
