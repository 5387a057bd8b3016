CREATE TABLE "received_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mailbox" text NOT NULL,
	"message_id" text NOT NULL,
	"contents" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"from_address" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"concern" text,
	"ticket_id" uuid,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "received_once" UNIQUE("mailbox","message_id","contents")
);
--> statement-breakpoint
ALTER TABLE "received_mails" ADD CONSTRAINT "received_mails_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_received_at" ON "received_mails" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "idx_received_ticket" ON "received_mails" USING btree ("ticket_id");--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on received_mails
  for each statement execute function require_actor();
--> statement-breakpoint
-- A mail stays as it came; what becomes of it is written beside it.
create trigger mail_stays before update of id, mailbox, message_id, contents, raw, size, from_address, subject, received_at
  on received_mails for each row execute function refuse_rewriting();
