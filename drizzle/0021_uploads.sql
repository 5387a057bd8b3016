CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person" text NOT NULL,
	"key" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer NOT NULL,
	"hash" text,
	"goes_after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "uploads_once" UNIQUE("person","key")
);
--> statement-breakpoint
CREATE INDEX "idx_upload_goes" ON "uploads" USING btree ("goes_after");--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on uploads
  for each statement execute function require_actor();
