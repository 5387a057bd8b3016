CREATE TABLE "held_submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" text NOT NULL,
	"action" text NOT NULL,
	"about" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "held_submissions" ADD CONSTRAINT "held_submissions_person_id_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_held_person" ON "held_submissions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idx_held_expiry" ON "held_submissions" USING btree ("expires_at");--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on held_submissions
  for each statement execute function require_actor();
