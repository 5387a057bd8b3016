-- A large desk builds this one beforehand, by the same statement with CONCURRENTLY, so that nobody waits (docs/operating.md).
CREATE INDEX IF NOT EXISTS "idx_ticket_asked_newest" ON "tickets" USING btree ("requester_id","created_at");
--> statement-breakpoint
-- Nothing counts by it since queues are counted up to a bound.
DROP INDEX IF EXISTS "idx_ticket_status_priority";
