-- A target of a published plan that is shared out to units: the shares in work, which nobody is told of.
create table target_allocation (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  target_id uuid not null,
  audience jsonb not null,
  version integer not null default 1,
  given_no integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, target_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, target_id) references plan_target (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id)
);
create index target_allocation_plan on target_allocation (tenant_id, plan_id);
create index target_allocation_created_by on target_allocation (tenant_id, created_by);

create table target_share (
  tenant_id uuid not null,
  allocation_id uuid not null,
  unit_id uuid not null,
  position integer not null,
  applies boolean not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  primary key (tenant_id, allocation_id, unit_id),
  foreign key (tenant_id, allocation_id) references target_allocation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  check (applies or num_nonnulls(value, numerator, denominator) = 0)
);
create index target_share_unit on target_share (tenant_id, unit_id);

-- Each time shares are given, first or again; with the reason, and the one for which a difference to the whole was kept.
create table target_giving (
  tenant_id uuid not null,
  id uuid not null,
  allocation_id uuid not null,
  no integer not null,
  reason text,
  difference_reason text,
  given_on date not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, allocation_id, no),
  foreign key (tenant_id, allocation_id) references target_allocation (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index target_giving_person on target_giving (tenant_id, person_id);
create trigger target_giving_is_kept before update or delete on target_giving for each row execute function refuse_change();

-- What a unit has from then on: one row for each unit whose share a giving changed. The last one is in force.
create table given_share (
  tenant_id uuid not null,
  giving_id uuid not null,
  unit_id uuid not null,
  taken_back boolean not null default false,
  applies boolean not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  primary key (tenant_id, giving_id, unit_id),
  foreign key (tenant_id, giving_id) references target_giving (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index given_share_unit on given_share (tenant_id, unit_id);
create trigger given_share_is_kept before update or delete on given_share for each row execute function refuse_change();
