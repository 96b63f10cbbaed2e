-- Notices by e-mail: whether a person wants them, the letters written, and which notice went to whom.
create table mail_choice (
  tenant_id uuid not null,
  person_id uuid not null,
  wanted boolean not null,
  language text not null check (language in ('vi', 'en')),
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);

create table mail (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The day in Việt Nam on which it was written: a second one of the same day is urgent.
  written_on date not null,
  -- dropped: it was not wanted any more, or the person has no address any more.
  state text not null check (state in ('queued', 'sent', 'failed', 'dropped')),
  address text,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  -- While a server hands it over; past it, that server has died with it in hand.
  claimed_until timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((state = 'queued') = (ended_at is null))
);
create index mail_person on mail (tenant_id, person_id, written_on);
create index mail_waiting on mail (tenant_id, next_attempt_at) where state = 'queued';
create index mail_ended on mail (tenant_id, ended_at desc) where state <> 'queued';

-- A notice goes to a person at most once.
create table mail_notice (
  tenant_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  mail_id uuid not null,
  primary key (tenant_id, notice_id, person_id),
  foreign key (tenant_id, notice_id) references notice (tenant_id, id),
  foreign key (tenant_id, mail_id) references mail (tenant_id, id)
);
create index mail_notice_mail on mail_notice (tenant_id, mail_id);
create index notice_recent on notice (tenant_id, created_at);
