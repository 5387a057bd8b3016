-- The fence: a write needs a named actor, set in its own transaction (set_config('app.actor', …, true)).
-- It is the second line behind the client, gives the history its actor, and costs about 2 µs a statement.
create function require_actor() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('app.actor', true), '') = '' then
    raise exception 'write to % without an actor', tg_table_name using errcode = 'HF001';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare fenced text;
begin
  foreach fenced in array array[
    'user', 'account', 'teams', 'agents', 'sla_policies', 'tickets', 'ticket_messages', 'ticket_events',
    'drafts', 'submissions', 'mail_orders'
  ] loop
    execute format(
      'create trigger fence before insert or update or delete or truncate on %I for each statement execute function require_actor()',
      fenced);
  end loop;
end $$;
--> statement-breakpoint
-- What was said stays said.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'HF002';
end $$;
--> statement-breakpoint
create trigger message_stays before update of id, ticket_id, author_id, body, is_internal, created_at on ticket_messages
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger event_stays before update on ticket_events
  for each row execute function refuse_rewriting();
--> statement-breakpoint
-- A whole ticket may go (its rows go by cascade, one trigger deep); a single event or message may not.
create trigger event_remains before delete on ticket_events
  for each row when (pg_trigger_depth() = 0) execute function refuse_rewriting();
--> statement-breakpoint
create trigger message_remains before delete on ticket_messages
  for each row when (pg_trigger_depth() = 0) execute function refuse_rewriting();
--> statement-breakpoint
create trigger event_not_truncated before truncate on ticket_events execute function refuse_rewriting();
--> statement-breakpoint
create trigger message_not_truncated before truncate on ticket_messages execute function refuse_rewriting();
