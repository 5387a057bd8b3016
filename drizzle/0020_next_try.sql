CREATE INDEX IF NOT EXISTS "idx_mailbox_try_next" ON "mailbox_tries" USING btree ("next_try_at");--> statement-breakpoint
ALTER TABLE "mailboxes" VALIDATE CONSTRAINT "mailboxes_tested_by_user_id_fk";--> statement-breakpoint
ALTER TABLE "received_mails" VALIDATE CONSTRAINT "received_mails_released_by_user_id_fk";--> statement-breakpoint
ALTER TABLE "received_mails" VALIDATE CONSTRAINT "received_mails_rejected_by_user_id_fk";
