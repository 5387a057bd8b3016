-- A large desk builds these beforehand, by the same statements with CONCURRENTLY, so that nobody waits (docs/operating.md).
CREATE INDEX IF NOT EXISTS "idx_session_expiry" ON "session" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_verification_value" ON "verification" USING btree ("value");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_verification_expiry" ON "verification" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_mail_given_up" ON "mail_orders" USING btree ("gave_up_at") WHERE "mail_orders"."gave_up_at" is not null and "mail_orders"."sent_at" is null;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_limit_started" ON "rate_limits" USING btree ("started_at");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_event_clock" ON "ticket_events" USING btree ("ticket_id","clock") WHERE "ticket_events"."clock" is not null;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_asked" ON "tickets" USING btree ("requester_id","status_rank","last_public_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_in_hand" ON "tickets" USING btree ("assignee_id","status_rank","queue_due_at","priority_rank","created_at","id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_in_team" ON "tickets" USING btree ("team","status_rank","queue_due_at","priority_rank","created_at","id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_in_no_hand" ON "tickets" USING btree ("status_rank","queue_due_at","priority_rank","created_at","id") WHERE "tickets"."assignee_id" is null;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_in_no_team" ON "tickets" USING btree ("status_rank","queue_due_at","priority_rank","created_at","id") WHERE "tickets"."team" is null;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_ticket_solved" ON "tickets" USING btree ("solved_at") WHERE "tickets"."status" = 'solved';
--> statement-breakpoint
-- The new ones begin with the same columns.
DROP INDEX IF EXISTS "idx_ticket_requester";
--> statement-breakpoint
DROP INDEX IF EXISTS "idx_ticket_assignee";
--> statement-breakpoint
DROP INDEX IF EXISTS "idx_ticket_team";
--> statement-breakpoint
-- A policy that is removed had to be taken out of every ticket that ever ran by it: hundreds of thousands of rows.
ALTER TABLE "tickets" DROP CONSTRAINT IF EXISTS "tickets_sla_policy_id_sla_policies_id_fk";
