-- Where the approved figures of a submission were added up: they are taken out exactly there again, also when the tree or
-- the closing day of the round has changed since. Both null: in no sum.
alter table submission add column rolled_up_path ltree;
alter table submission add column rolled_up_ownership text
  check (rolled_up_ownership in ('public', 'private', 'people_founded', 'other_body', 'none'));
alter table submission add check ((rolled_up_path is null) = (rolled_up_ownership is null));
