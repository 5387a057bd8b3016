CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"file_hash" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	CONSTRAINT "attachments_order" UNIQUE("message_id","position")
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"content_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_content_id_seq_pk" PRIMARY KEY("content_id","seq")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"hash" text PRIMARY KEY NOT NULL,
	"content_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"type" text NOT NULL,
	"may_go_after" timestamp (3) with time zone,
	CONSTRAINT "files_content_id_unique" UNIQUE("content_id"),
	CONSTRAINT "files_hash_is_sha256" CHECK ("files"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_ticket_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_hash_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_attachment_file" ON "attachments" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "idx_file_may_go" ON "files" USING btree ("may_go_after") WHERE "files"."may_go_after" is not null;--> statement-breakpoint
CREATE VIEW "public"."public_attachments" AS (select "attachments"."id", "attachments"."message_id", "ticket_messages"."ticket_id", "attachments"."position", "attachments"."name", "attachments"."description", "files"."hash", "files"."content_id", "files"."size", "files"."type" from "attachments" inner join "files" on "files"."hash" = "attachments"."file_hash" inner join "ticket_messages" on "ticket_messages"."id" = "attachments"."message_id" where "ticket_messages"."is_internal" = false);--> statement-breakpoint
-- Pictures and archives are packed already: trying to pack them again costs more than it saves.
alter table file_chunks alter column bytes set storage external;
--> statement-breakpoint
do $$
declare fenced text;
begin
  foreach fenced in array array['files', 'file_chunks', 'attachments'] loop
    execute format(
      'create trigger fence before insert or update or delete or truncate on %I for each statement execute function require_actor()',
      fenced);
  end loop;
end $$;
--> statement-breakpoint
-- What was sent stays as it was sent; only a description may be mended.
create trigger file_stays before update of hash, content_id, size, type on files
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger chunk_stays before update on file_chunks
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger attachment_stays before update of id, message_id, position, file_hash, name on attachments
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger attachment_remains before delete on attachments
  for each row when (pg_trigger_depth() = 0) execute function refuse_rewriting();
--> statement-breakpoint
create trigger attachment_not_truncated before truncate on attachments execute function refuse_rewriting();
--> statement-breakpoint
-- A ticket that goes takes its messages and their attachments along. The contents go a day later, unless others have them.
create function let_file_go() returns trigger language plpgsql as $$
begin
  update files set may_go_after = now() + interval '24 hours' where hash = old.file_hash and may_go_after is null
    and not exists (select from attachments where file_hash = old.file_hash);
  return null;
end $$;
--> statement-breakpoint
create trigger attachment_lets_go after delete on attachments
  for each row execute function let_file_go();
