-- Typos are looked up by trigrams. The extension is trusted: who owns the database may make it.
create extension if not exists pg_trgm;
--> statement-breakpoint
-- A word in the letters and figures of ASCII, one for each sign: what pg_trgm makes of others depends on the locale.
create function search_spelt(word text) returns text language sql immutable strict parallel safe as $$
  select case when octet_length(word) = length(word) then word else (
    select string_agg(case when sign ~ '[a-z0-9]' then sign
      else substr('abcdefghijklmnopqrstuvwxyz0123456789', ascii(sign) % 36 + 1, 1) end, '' order by place)
    from unnest(string_to_array(word, null)) with ordinality as signs(sign, place)
  ) end
$$;
--> statement-breakpoint
CREATE TABLE "search_backlog" (
	"after" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"is_internal" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_stemmers" (
	"name" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_vocabulary" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_message_id_ticket_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "idx_search_words" ON "search_documents" USING gin ("words") WITH (fastupdate=true,gin_pending_list_limit=512);
--> statement-breakpoint
CREATE INDEX "idx_search_ticket" ON "search_documents" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "idx_search_vocabulary" ON "search_vocabulary" USING gin (search_spelt("word") gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_created" ON "tickets" USING btree ("created_at","id");
--> statement-breakpoint
CREATE VIEW "public"."public_search_documents" AS (select "message_id", "ticket_id", "at", "words" from "search_documents" where "search_documents"."is_internal" = false);
--> statement-breakpoint
-- What is written and what is asked for, in one form: lower case, no accents, no punctuation. Nothing here depends on
-- the locale of the database. "asked" is text of a search, see search_pairs.
create function search_plain(words text, asked boolean default false) returns text
language plpgsql immutable strict parallel safe as $$
declare plain text := lower(words);
begin
  if octet_length(plain) <> length(plain) then
    plain := normalize(regexp_replace(normalize(plain, nfkd),
      '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+',
      '', 'g'), nfkc);
    plain := replace(replace(replace(translate(lower(plain), 'ıøđłςىةیک', 'iodlσيهيك'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
    plain := regexp_replace(plain,
      '[\u0080-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u30fb\ufe10-\ufe6f]+',
      ' ', 'g');
    plain := search_pairs(plain, asked);
  end if;
  return regexp_replace(plain, '[!-/:-@[-`{-~]+', ' ', 'g');
end $$;
--> statement-breakpoint
-- Postgres takes a whole run of a script without spaces for one word, so such a run becomes pairs of signs: 日本語 is
-- written down as "日本 本語 語" and asked for as "日本 本語". The sign alone at the end lets one sign be found at all.
create function search_pairs(words text, asked boolean) returns text
language plpgsql immutable strict parallel safe as $$
declare unspaced constant text :=
  '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]';
begin
  if words !~ unspaced then return words; end if;
  return (
    select string_agg(case
        when here and follows then ' ' || sign || next_sign
        when here and before and asked then ' '
        when here then ' ' || sign || ' '
        else sign
      end, '' order by place)
    from (
      select sign, place, here, lead(sign) over by_place as next_sign,
        coalesce(lead(here) over by_place, false) as follows, coalesce(lag(here) over by_place, false) as before
      from (
        select sign, place, sign ~ unspaced as here
        from unnest(string_to_array(words, null)) with ordinality as signs(sign, place)
      ) as each_sign
      window by_place as (order by place)
    ) as in_order
  );
end $$;
--> statement-breakpoint
-- The stemmer of Postgres for a language tag such as "de-AT"; null where there is none.
create function search_stemmer(language text) returns text language sql immutable parallel safe as $$
  select case split_part(lower(language), '-', 1)
    when 'ar' then 'arabic' when 'ca' then 'catalan' when 'da' then 'danish' when 'de' then 'german'
    when 'el' then 'greek' when 'en' then 'english' when 'es' then 'spanish' when 'eu' then 'basque'
    when 'fi' then 'finnish' when 'fr' then 'french' when 'ga' then 'irish' when 'hi' then 'hindi'
    when 'hu' then 'hungarian' when 'hy' then 'armenian' when 'id' then 'indonesian' when 'it' then 'italian'
    when 'lt' then 'lithuanian' when 'nb' then 'norwegian' when 'ne' then 'nepali' when 'nl' then 'dutch'
    when 'nn' then 'norwegian' when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian'
    when 'ru' then 'russian' when 'sr' then 'serbian' when 'sv' then 'swedish' when 'ta' then 'tamil'
    when 'tr' then 'turkish' when 'yi' then 'yiddish'
  end
$$;
--> statement-breakpoint
-- Besides words a document has marks, which no word can look like: whose ticket it is, and its week, month and year.
create function search_marks(requester_id text, at timestamptz) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array[
    '=r:' || requester_id,
    '=w:' || floor(extract(epoch from at) / 604800)::int,
    '=m:' || to_char(at at time zone 'UTC', 'YYYY-MM'),
    '=y:' || to_char(at at time zone 'UTC', 'YYYY')
  ])
$$;
--> statement-breakpoint
-- The words as they are with their places, for phrases, and their stems without.
create function search_document(subject text, requester text, body text, language text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
  stemmer constant text := search_stemmer(language);
  plain_subject constant text := search_plain(subject);
  plain_body constant text := search_plain(left(body, 50000));
  words constant tsvector := setweight(to_tsvector('simple', plain_subject), 'A')
    || setweight(to_tsvector('simple', search_plain(requester)), 'B') || to_tsvector('simple', plain_body);
begin
  if stemmer is null then return words; end if;
  return words || strip(to_tsvector(stemmer::regconfig, plain_subject || ' ' || plain_body));
end $$;
--> statement-breakpoint
create view search_sources as
  select m.id as message_id, t.id as ticket_id, t.requester_id, m.is_internal, m.created_at as at,
    search_document(t.subject, u.name || ' ' || u.email, m.body, coalesce(m.language, t.subject_language))
      || search_marks(t.requester_id, m.created_at) as words
  from ticket_messages m join tickets t on t.id = m.ticket_id join "user" u on u.id = t.requester_id;
--> statement-breakpoint
create function write_search_document() returns trigger language plpgsql as $$
declare
  written tsvector;
  stemmer constant text := search_stemmer(new.language);
begin
  insert into search_documents (message_id, ticket_id, is_internal, at, words)
    select s.message_id, s.ticket_id, s.is_internal, s.at, s.words from search_sources s where s.message_id = new.id
    on conflict do nothing returning words into written;
  perform learn_words(written);
  if stemmer is not null and not exists (select from search_stemmers where name = stemmer) then
    insert into search_stemmers (name) values (stemmer) on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Nobody waits for a word: one that another transaction is about to write is left to it.
create function learn_words(written tsvector) returns void language sql as $$
  with fresh as materialized (
    select lexeme from unnest(written)
    where positions is not null and length(lexeme) between 4 and 24 and lexeme !~ '[0-9]'
      and not exists (select from search_vocabulary where word = lexeme)
    limit 200
  )
  insert into search_vocabulary (word)
    select lexeme from fresh where pg_try_advisory_xact_lock(465378, hashtext(lexeme)) on conflict do nothing
$$;
--> statement-breakpoint
create trigger message_found after insert on ticket_messages for each row execute function write_search_document();
--> statement-breakpoint
create function renew_search_documents() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'user' then
    update search_documents d set words = s.words from search_sources s
      where s.requester_id = new.id and d.message_id = s.message_id;
  else
    update search_documents d set words = s.words from search_sources s
      where s.ticket_id = new.id and d.message_id = s.message_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger requester_found_by after update of name, email on "user" for each row
  when (old.name <> new.name or old.email <> new.email) execute function renew_search_documents();
--> statement-breakpoint
create trigger subject_found_by after update of subject, requester_id on tickets for each row
  when (old.subject <> new.subject or old.requester_id <> new.requester_id) execute function renew_search_documents();
--> statement-breakpoint
-- What somebody typed, as a question to the documents. Stemmers are tried for a single word that is not to be exact;
-- "part" is a weight such as 'B' for the requester, or empty.
create function search_query(words text, stemmers text[], part text) returns tsquery
language plpgsql stable parallel safe as $$
declare
  plain constant text := trim(search_plain(words, true));
  found tsquery := phraseto_tsquery('simple', plain);
  stemmer text;
  stem tsquery;
begin
  if plain ~ '^[^ -~]$' then found := to_tsquery('simple', plain || ':*'); end if;
  if numnode(found) = 1 then
    foreach stemmer in array stemmers loop
      stem := plainto_tsquery(stemmer::regconfig, plain);
      if numnode(stem) = 1 and not stem <@ found then found := found || stem; end if;
    end loop;
  end if;
  if part = '' then return found; end if;
  return regexp_replace(found::text, '(''(?:[^'']|'''')*'')(:\*)?', '\1:' || part, 'g')::tsquery;
end $$;
--> statement-breakpoint
-- Patterns for what differs from a word by one sign: another one, one too few, one too many, two in the wrong order.
create function search_slips(word text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct pattern) from generate_series(1, length(word)) as at, lateral (values
    (left(word, at - 1) || '_' || substr(word, at + 1)),
    (left(word, at - 1) || '_' || substr(word, at)),
    (word || '_'),
    (left(word, at - 1) || substr(word, at + 1)),
    (left(word, at - 1) || substr(word, at + 1, 1) || substr(word, at, 1) || substr(word, at + 2))
  ) as slips(pattern) where length(word) between 4 and 24 and word !~ '[ %_\\]'
$$;
--> statement-breakpoint
-- Words of the desk like one that was typed, the likest first: one slip away, or, if it is long, alike by trigrams.
create function search_similar(typed text) returns setof text language plpgsql stable as $$
declare
  plain constant text := trim(search_plain(typed, true));
  spelt constant text := search_spelt(plain);
  pattern text;
begin
  if plain ~ '[ 0-9]' then return; end if;
  foreach pattern in array coalesce(search_slips(spelt), '{}') loop
    return query select v.word from search_vocabulary v where search_spelt(v.word) like pattern limit 3;
  end loop;
  if length(spelt) between 8 and 24 then
    return query select v.word from search_vocabulary v
      where search_spelt(v.word) % spelt and similarity(search_spelt(v.word), spelt) > 0.5
      order by similarity(search_spelt(v.word), spelt) desc limit 5;
  end if;
end $$;
--> statement-breakpoint
-- A desk with messages has a backlog: the worker writes them down for the search (docs/operating.md).
insert into search_backlog (after) select '00000000-0000-0000-0000-000000000000' where exists (select from ticket_messages);
