ALTER TABLE "messages" ADD COLUMN "origin" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "departure" jsonb;