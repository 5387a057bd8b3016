ALTER TABLE "drafts" RENAME TO "drafts_of_composer";--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" text NOT NULL,
	"about" text NOT NULL,
	"action" text NOT NULL,
	"path" text NOT NULL,
	"values" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_person_id_about_pk" PRIMARY KEY("person_id","about")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "drafts" ("person_id", "about", "action", "path", "values", "saved_at")
SELECT d."author_id", t."reference", 'tickets.compose',
       '/desk/tickets/' || left(t."reference", 4) || '-' || right(t."reference", 4),
       jsonb_build_object('kind', d."kind", 'body', d."body"), d."updated_at"
FROM "drafts_of_composer" d JOIN "tickets" t ON t."id" = d."ticket_id";--> statement-breakpoint
DROP TABLE "drafts_of_composer";--> statement-breakpoint
create trigger fence before insert or update or delete or truncate on drafts
  for each statement execute function require_actor();--> statement-breakpoint
ALTER TABLE "held_submissions" ADD COLUMN "fingerprint" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "held_submissions" SET "fingerprint" = "id"::text;--> statement-breakpoint
DROP INDEX "idx_held_person";--> statement-breakpoint
ALTER TABLE "held_submissions" ADD CONSTRAINT "held_once" UNIQUE("person_id","action","about","fingerprint");
