-- A secret address under which a calendar program reads due days without a session. Of the token only its hash is kept.
-- unit_id null: what is in the hands of the person himself.
create table calendar_feed (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  unit_id uuid,
  token_hash text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create index calendar_feed_account on calendar_feed (tenant_id, account_id);
create index calendar_feed_unit on calendar_feed (tenant_id, unit_id);
