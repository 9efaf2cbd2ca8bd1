CREATE TABLE "errands" (
	"tenant_id" uuid NOT NULL,
	"work" text NOT NULL,
	"item_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"code" text,
	CONSTRAINT "errands_tenant_id_work_item_id_pk" PRIMARY KEY("tenant_id","work","item_id")
);
--> statement-breakpoint
ALTER TABLE "errands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "macro_keys" (
	"tenant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"key" text NOT NULL,
	"macro_id" uuid NOT NULL,
	CONSTRAINT "macro_keys_tenant_id_member_id_key_pk" PRIMARY KEY("tenant_id","member_id","key"),
	CONSTRAINT "macro_keys_key" CHECK ("key" in ('1', '2', '3', '4', '5', '6', '7', '8', '9'))
);
--> statement-breakpoint
ALTER TABLE "macro_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "macros_name";--> statement-breakpoint
DROP INDEX "macros_key";--> statement-breakpoint
DROP INDEX "routing_decisions_member";--> statement-breakpoint
ALTER TABLE "availability" ADD COLUMN "connected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "macros" ADD COLUMN "scope" text DEFAULT 'workspace' NOT NULL;--> statement-breakpoint
ALTER TABLE "macros" ADD COLUMN "member_id" uuid;--> statement-breakpoint
ALTER TABLE "macros" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "may_exceed_capacity" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "stop_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "survey_settings" ADD COLUMN "template_values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "errands" ADD CONSTRAINT "errands_tenant" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macro_keys" ADD CONSTRAINT "macro_keys_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macro_keys" ADD CONSTRAINT "macro_keys_macro" FOREIGN KEY ("tenant_id","macro_id") REFERENCES "public"."macros"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "errands_due" ON "errands" USING btree ("work","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "macro_keys_macro" ON "macro_keys" USING btree ("tenant_id","macro_id","member_id");--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "macros_department" ON "macros" USING btree ("tenant_id","department_id");--> statement-breakpoint
CREATE INDEX "routing_decisions_given" ON "routing_decisions" USING btree ("tenant_id","member_id","at") WHERE facts->>'rule' in ('lastAgent', 'leastLoaded', 'next', 'overflow');--> statement-breakpoint
CREATE INDEX "surveys_not_asked" ON "surveys" USING btree ("tenant_id","department_id","due_at") WHERE dropped_reason is not null;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_name" UNIQUE NULLS NOT DISTINCT("tenant_id","scope","member_id","department_id","name");--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_scope" CHECK ("scope" in ('personal', 'department', 'workspace'));--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_owner" CHECK ((scope = 'personal') = (member_id is not null) and (scope = 'department') = (department_id is not null));--> statement-breakpoint
CREATE POLICY "tenant" ON "errands" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "macro_keys" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
-- Rights are applied after the migrations, and force it again.
ALTER TABLE "macros" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "macro_keys" ("tenant_id", "member_id", "key", "macro_id")
SELECT m."tenant_id", p."id", m."key", m."id" FROM "macros" m JOIN "members" p ON p."tenant_id" = m."tenant_id"
WHERE m."key" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "macros" DROP COLUMN "key";
