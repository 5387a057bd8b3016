CREATE TABLE "communication_needs" (
	"user_id" text PRIMARY KEY NOT NULL,
	"needs" text[] NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "communication_needs_known" CHECK ("communication_needs"."needs" <@ array['print', 'plain', 'files', 'writing', 'relay', 'signing', 'interpreter', 'time'])
);
--> statement-breakpoint
ALTER TABLE "communication_needs" ADD CONSTRAINT "communication_needs_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on communication_needs
  for each statement execute function require_actor();
