-- Urging by itself: what an issuer has set, which step of it an urging was, and notices for whoever holds a role over a unit.
create table urging_rule (
  tenant_id uuid not null,
  issuer_unit_id uuid not null,
  is_on boolean not null,
  before_days smallint,
  after_days smallint,
  escalate_after smallint,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, issuer_unit_id),
  foreign key (tenant_id, issuer_unit_id) references unit (tenant_id, id),
  check (not is_on or before_days is not null or after_days is not null or escalate_after is not null)
);

-- Null: a person urged.
alter table urging add column automatic text check (automatic in ('before', 'after', 'officer', 'leader'));
alter table urging drop constraint urging_step_check;
alter table urging add constraint urging_step_check check (step in ('first', 'again', 'officer', 'leader'));

-- Null: for whoever works in the unit. Else for whoever holds the role over it, wherever he works.
alter table notice add column role text check (role in ('officer', 'leader'));
