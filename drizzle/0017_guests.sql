CREATE TABLE "guest_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "guest_links_ended_by_somebody" CHECK ("guest_links"."ended_by" is null or "guest_links"."ended_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "public_asks" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_links" ADD CONSTRAINT "guest_links_ended_by_user_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_asks" ADD CONSTRAINT "public_asks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_guest_link_ticket" ON "guest_links" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "idx_guest_link_user" ON "guest_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idx_guest_link_expiry" ON "guest_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idx_guest_link_ended_by" ON "guest_links" USING btree ("ended_by");
--> statement-breakpoint
do $$
declare fenced text;
begin
  foreach fenced in array array['guest_links', 'public_asks'] loop
    execute format(
      'create trigger fence before insert or update or delete or truncate on %I for each statement execute function require_actor()',
      fenced);
  end loop;
end $$;
