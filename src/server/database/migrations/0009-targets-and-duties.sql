-- Targets and duties of a plan beside its tasks; an assignment carries out a task or a duty.
create table plan_target (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  position integer not null,
  group_code text,
  group_title text,
  levels jsonb not null default '[]',
  statement text not null,
  scope text not null,
  kind text not null check (kind in ('change', 'frequency', 'milestone', 'ratio', 'compliance100', 'percentRange', 'range',
    'atLeast', 'atMost', 'percent', 'count', 'rank', 'qualitative')),
  value double precision,
  numerator double precision,
  denominator double precision,
  percent double precision,
  min double precision,
  max double precision,
  strict boolean not null default false,
  period text,
  direction text check (direction in ('up', 'down')),
  baseline text,
  unit_word text,
  due jsonb,
  source_at jsonb,
  confidence real,
  review text not null check (review in ('unreviewed', 'accepted', 'corrected', 'added', 'discarded')),
  search_text text not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
create index plan_target_plan on plan_target (tenant_id, plan_id, position);
create index plan_target_search on plan_target using gin (search_text gin_trgm_ops);

-- `heading` is the unit as printed above the duties; `role` what the heading or the item says of it, null where it says nothing.
create table plan_duty (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  position integer not null,
  section text not null,
  heading text not null,
  body text not null,
  role text check (role in ('lead', 'coordinate')),
  task_id uuid,
  source_at jsonb,
  confidence real,
  review text not null check (review in ('unreviewed', 'accepted', 'corrected', 'added', 'discarded')),
  search_text text not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, task_id) references plan_task (tenant_id, id)
);
create index plan_duty_plan on plan_duty (tenant_id, plan_id, position);
create index plan_duty_task on plan_duty (tenant_id, task_id);
create index plan_duty_search on plan_duty using gin (search_text gin_trgm_ops);

create table plan_duty_unit (
  tenant_id uuid not null,
  duty_id uuid not null,
  role text not null check (role in ('lead', 'coordinating')),
  position integer not null,
  printed_name text not null,
  target jsonb,
  score real,
  primary key (tenant_id, duty_id, role, position),
  foreign key (tenant_id, duty_id) references plan_duty (tenant_id, id)
);

alter table assignment alter column task_id drop not null;
alter table assignment add column duty_id uuid;
alter table assignment add foreign key (tenant_id, duty_id) references plan_duty (tenant_id, id);
alter table assignment add constraint assignment_of_one check (num_nonnulls(task_id, duty_id) = 1);
alter table assignment add unique (tenant_id, duty_id, unit_id);

-- A window without days that is reported on once each term; such a one is asked for and never late.
alter table assignment_window add column term text check (term in ('term_1', 'term_2'));
