import type postgres from 'postgres'

/**
 * What a desk has besides its tickets: passwords, sessions, mails that were sent, forms that came in, drafts, mails that
 * came in, links of guests. As many as its customers and its newest tickets would have left behind.
 */
export async function addYearsOfUse(owner: postgres.Sql): Promise<void> {
  await owner.unsafe(`
    insert into account (id, account_id, provider_id, user_id, password)
      select 'used-' || id, id, 'credential', id, 'none' from "user" where id like 'crowd-%';
    insert into session (id, token, user_id, expires_at)
      select 'used-' || id, 'used-' || id, id, now() + interval '7 days' from "user" where id like 'crowd-%';
    insert into mail_orders (kind, dedupe_key, user_id, ticket_id, to_address, to_name, subject, body, created_at, sent_at)
      select 'answered', 'used:' || t.id, t.requester_id, t.id, 'somebody@scale.test', 'Somebody', t.subject, 'A mail.',
        t.created_at, t.created_at from tickets t;
    insert into received_mails (mailbox, message_id, contents, raw, size, from_address, subject, folded, state, ticket_id, received_at)
      select 'help@kelpbay.test', 'used-' || id, 'used', 'A mail.', 7, 'somebody@scale.test', subject, '-- ', 'taken', id, created_at
      from tickets;
    insert into received_mails (mailbox, message_id, contents, raw, size, from_address, subject, state, concern, received_at)
      select 'help@kelpbay.test', 'held-' || n, 'used', 'A mail.', 7, '', 'No sender', 'held', 'no-sender', now() - n * interval '1 hour'
      from generate_series(1, 5000) as n;
    insert into guest_links (ticket_id, user_id, created_at, expires_at)
      select id, requester_id, created_at, created_at + interval '30 days' from tickets;
    insert into public_asks (ticket_id, asked_at) select id, created_at from tickets;
    insert into mailboxes (name) values ('help@kelpbay.test');
    insert into mailbox_tries (mailbox, uid_validity, uid, next_try_at)
      select 'help@kelpbay.test', '1', n, now() + n * interval '1 second' from generate_series(1, 5000) as n;
    insert into files (hash, content_id, size, type)
      select encode(sha256(n::text::bytea), 'hex'), gen_random_uuid(), 1000, 'image/png' from generate_series(0, 1023) as n;
    insert into attachments (message_id, position, file_hash, name)
      select m.id, 50, encode(sha256((hashtext(m.id::text) & 1023)::text::bytea), 'hex'), 'photo.png' from ticket_messages m
      where not m.is_internal and m.id in (select message_id from ticket_events where seq = 1);
    insert into submissions (actor_id, key, action, fingerprint, result, created_at)
      select requester_id, gen_random_uuid(), 'tickets.reply', 'used', '/tickets', now() - random() * interval '30 days'
      from tickets limit 300000;
    insert into drafts (person_id, about, action, path, values, saved_at)
      select requester_id, reference, 'tickets.reply', '/tickets/' || reference, '{"body":"Not yet"}', created_at
      from tickets where status = 'pending';
    insert into rate_limits (key) select 'used:' || n from generate_series(1, 20000) as n;
    insert into verification (id, identifier, value, expires_at)
      select 'used-' || n, 'used-' || n, 'none', now() + interval '1 day' from generate_series(1, 20000) as n;
    insert into news_orders (event_id, ordered_at, addressed_at)
      select id, now() - random() * interval '30 days', now() from ticket_events limit 300000;
    insert into news_deliveries (event_id, user_id, topic, told_at)
      select event_id, (select user_id from agents limit 1), 'replies', ordered_at from news_orders;
    insert into news_choices (user_id, off) select id, '{changes}' from "user" where id like 'crowd-%';
    insert into communication_needs (user_id, needs) select id, '{plain}' from "user" where id like 'crowd-%';
  `)
  await owner.unsafe('vacuum (analyze)')
}
