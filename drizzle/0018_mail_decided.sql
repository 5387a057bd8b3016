ALTER TABLE "mailboxes" ADD COLUMN "tested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "tested_by" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "test_found" integer;--> statement-breakpoint
ALTER TABLE "received_mails" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "received_mails" ADD COLUMN "released_by" text;--> statement-breakpoint
ALTER TABLE "received_mails" ADD COLUMN "rejected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "received_mails" ADD COLUMN "rejected_by" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_tested_by_user_id_fk" FOREIGN KEY ("tested_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "received_mails" ADD CONSTRAINT "received_mails_released_by_user_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "received_mails" ADD CONSTRAINT "received_mails_rejected_by_user_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_received_waiting" ON "received_mails" USING btree ("received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "received_mails"."state" = 'held' and "received_mails"."rejected_at" is null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_received_decided" ON "received_mails" USING btree ("received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "received_mails"."released_at" is not null or "received_mails"."rejected_at" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_received_released_by" ON "received_mails" USING btree ("released_by") WHERE "received_mails"."released_by" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_received_rejected_by" ON "received_mails" USING btree ("rejected_by") WHERE "received_mails"."rejected_by" is not null;--> statement-breakpoint
-- The files in a mail are packed already: to pack them again costs a slow machine seconds, and a part of it could not be
-- read without unpacking all that stands before it.
alter table received_mails alter column raw set storage external;
