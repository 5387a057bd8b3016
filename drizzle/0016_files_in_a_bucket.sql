CREATE TABLE "bucket_objects" (
	"key" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"content_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"goes_after" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "idx_bucket_object_in_use" ON "bucket_objects" USING btree ("content_id") WHERE "bucket_objects"."goes_after" is null;--> statement-breakpoint
CREATE INDEX "idx_bucket_object_of" ON "bucket_objects" USING btree ("content_id");--> statement-breakpoint
CREATE INDEX "idx_bucket_object_goes" ON "bucket_objects" USING btree ("goes_after") WHERE "bucket_objects"."goes_after" is not null;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_file_in_database" ON "file_chunks" USING btree ("content_id") WHERE "file_chunks"."seq" = 0;
--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on bucket_objects
  for each statement execute function require_actor();
