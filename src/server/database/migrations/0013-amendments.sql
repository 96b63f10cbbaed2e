-- What changes a published plan: dated, with its reason; its document's number and date may be typed back later.
create table plan_amendment (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  no integer,
  reason text not null,
  number text,
  signed_on date,
  state text not null check (state in ('draft', 'published', 'discarded')),
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  published_on date,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, no),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, created_by) references person (tenant_id, id),
  foreign key (tenant_id, published_by) references person (tenant_id, id),
  check ((state = 'published') = (no is not null))
);
create index plan_amendment_created_by on plan_amendment (tenant_id, created_by);
create index plan_amendment_published_by on plan_amendment (tenant_id, published_by);

-- One item each: as it stood when it was proposed, and as it is to stand. An added item has its row from the publishing on.
create table plan_amendment_entry (
  tenant_id uuid not null,
  id uuid not null,
  amendment_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('task', 'duty', 'target')),
  act text not null check (act in ('change', 'add', 'end')),
  task_id uuid,
  duty_id uuid,
  target_id uuid,
  before jsonb,
  after jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, amendment_id, task_id),
  unique (tenant_id, amendment_id, duty_id),
  unique (tenant_id, amendment_id, target_id),
  foreign key (tenant_id, amendment_id) references plan_amendment (tenant_id, id),
  foreign key (tenant_id, task_id) references plan_task (tenant_id, id),
  foreign key (tenant_id, duty_id) references plan_duty (tenant_id, id),
  foreign key (tenant_id, target_id) references plan_target (tenant_id, id),
  check (num_nonnulls(task_id, duty_id, target_id) <= 1),
  check ((act = 'add') = (before is null)),
  check ((act = 'end') = (after is null))
);
create index plan_amendment_entry_task on plan_amendment_entry (tenant_id, task_id);
create index plan_amendment_entry_duty on plan_amendment_entry (tenant_id, duty_id);
create index plan_amendment_entry_target on plan_amendment_entry (tenant_id, target_id);

-- From this day on it is no longer part of its plan; what was done of it stays readable.
alter table plan_task add column ended_on date;
alter table plan_duty add column ended_on date;
alter table plan_target add column ended_on date;
alter table assignment_window add column ended_on date;
