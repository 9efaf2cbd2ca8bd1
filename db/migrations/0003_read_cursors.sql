CREATE TABLE "read_cursors" (
	"tenant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"read_up_to" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "read_cursors_tenant_id_member_id_conversation_id_pk" PRIMARY KEY("tenant_id","member_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "read_cursors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "read_cursors" ADD CONSTRAINT "read_cursors_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_cursors" ADD CONSTRAINT "read_cursors_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "read_cursors_conversation" ON "read_cursors" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "read_cursors" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));