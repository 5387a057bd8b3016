CREATE TABLE "news_choices" (
	"user_id" text PRIMARY KEY NOT NULL,
	"off" text[] NOT NULL,
	"chosen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "news_choices_known" CHECK ("news_choices"."off" <@ array['answers', 'changes', 'assigned', 'team', 'replies', 'times'])
);
--> statement-breakpoint
CREATE TABLE "news_deliveries" (
	"event_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"topic" text NOT NULL,
	"ready_at" timestamp (3) with time zone DEFAULT now() + interval '1 minute' NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "news_deliveries_event_id_user_id_pk" PRIMARY KEY("event_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "news_orders" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"ordered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"addressed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stopped_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"stopped_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_orders" ADD COLUMN "headings" jsonb;--> statement-breakpoint
ALTER TABLE "news_choices" ADD CONSTRAINT "news_choices_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_deliveries" ADD CONSTRAINT "news_deliveries_event_id_ticket_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."ticket_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_deliveries" ADD CONSTRAINT "news_deliveries_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_orders" ADD CONSTRAINT "news_orders_event_id_ticket_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."ticket_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stopped_addresses" ADD CONSTRAINT "stopped_addresses_mail_id_mail_orders_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail_orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_news_ready" ON "news_deliveries" USING btree ("ready_at") WHERE "news_deliveries"."told_at" is null;--> statement-breakpoint
CREATE INDEX "idx_news_user" ON "news_deliveries" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idx_news_told" ON "news_deliveries" USING btree ("told_at");--> statement-breakpoint
CREATE INDEX "idx_news_unaddressed" ON "news_orders" USING btree ("ordered_at") WHERE "news_orders"."addressed_at" is null;--> statement-breakpoint
CREATE INDEX "idx_news_addressed" ON "news_orders" USING btree ("addressed_at");--> statement-breakpoint
CREATE INDEX "idx_stopped_mail" ON "stopped_addresses" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "idx_stopped_at" ON "stopped_addresses" USING btree ("stopped_at","address");
--> statement-breakpoint
do $$
declare fenced text;
begin
  foreach fenced in array array['news_orders', 'news_deliveries', 'news_choices', 'stopped_addresses'] loop
    execute format(
      'create trigger fence before insert or update or delete or truncate on %I for each statement execute function require_actor()',
      fenced);
  end loop;
end $$;
