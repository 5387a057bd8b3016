CREATE TABLE "mailbox_tries" (
	"mailbox" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"fault" text,
	CONSTRAINT "mailbox_tries_mailbox_uid_validity_uid_pk" PRIMARY KEY("mailbox","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"name" text PRIMARY KEY NOT NULL,
	"leased_by" uuid,
	"leased_until" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"uid_validity" text,
	"taken_to" bigint DEFAULT 0 NOT NULL,
	"looked_at" timestamp (3) with time zone,
	"fault" text,
	"fault_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mailbox_tries" ADD CONSTRAINT "mailbox_tries_mailbox_mailboxes_name_fk" FOREIGN KEY ("mailbox") REFERENCES "public"."mailboxes"("name") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
do $$
declare fenced text;
begin
  foreach fenced in array array['mailboxes', 'mailbox_tries'] loop
    execute format(
      'create trigger fence before insert or update or delete or truncate on %I for each statement execute function require_actor()',
      fenced);
  end loop;
end $$;
