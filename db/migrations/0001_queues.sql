CREATE TABLE "event_readers" (
	"name" text PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"seq" bigint NOT NULL,
	"holder" uuid,
	"leased_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversation_greetings" (
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"greeting_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"said_at" timestamp (3) with time zone,
	"dropped_reason" text,
	CONSTRAINT "conversation_greetings_tenant_id_conversation_id_kind_pk" PRIMARY KEY("tenant_id","conversation_id","kind"),
	CONSTRAINT "conversation_greetings_kind" CHECK ("kind" in ('welcome', 'away', 'queue', 'reopened', 'follow_up'))
);
--> statement-breakpoint
ALTER TABLE "conversation_greetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "greetings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"department_id" uuid,
	"channel_id" uuid,
	"language" text,
	"during" text DEFAULT 'always' NOT NULL,
	"text" text NOT NULL,
	"after_minutes" integer,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "greetings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "greetings_kind" CHECK ("kind" in ('welcome', 'away', 'queue', 'reopened', 'follow_up')),
	CONSTRAINT "greetings_during" CHECK ("during" in ('always', 'open', 'closed')),
	CONSTRAINT "greetings_after" CHECK (after_minutes between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "greetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hours" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"weekly" jsonb NOT NULL,
	"exceptions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hours_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "department_skills" (
	"tenant_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	CONSTRAINT "department_skills_tenant_id_department_id_skill_id_pk" PRIMARY KEY("tenant_id","department_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "department_skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member_skills" (
	"tenant_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	CONSTRAINT "member_skills_tenant_id_member_id_skill_id_pk" PRIMARY KEY("tenant_id","member_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "member_skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "offers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "offers_outcome" CHECK ("outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "offers_ended" CHECK ((outcome is null) = (ended_at is null))
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "queues" (
	"tenant_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"mode" text DEFAULT 'manual' NOT NULL,
	"offer_seconds" integer DEFAULT 30 NOT NULL,
	"sticky_seconds" integer DEFAULT 60 NOT NULL,
	"overflow_seconds" integer,
	"overflow_department_id" uuid,
	"return_seconds" integer DEFAULT 300,
	"unanswered_seconds" integer,
	CONSTRAINT "queues_tenant_id_department_id_pk" PRIMARY KEY("tenant_id","department_id"),
	CONSTRAINT "queues_mode" CHECK ("mode" in ('manual', 'push', 'offer', 'pull')),
	CONSTRAINT "queues_offer_seconds" CHECK (offer_seconds between 5 and 600),
	CONSTRAINT "queues_sticky_seconds" CHECK (sticky_seconds between 0 and 86400),
	CONSTRAINT "queues_overflow_seconds" CHECK (overflow_seconds between 10 and 604800),
	CONSTRAINT "queues_return_seconds" CHECK (return_seconds between 0 and 86400),
	CONSTRAINT "queues_unanswered_seconds" CHECK (unanswered_seconds between 30 and 86400),
	CONSTRAINT "queues_overflow_is_elsewhere" CHECK (overflow_department_id <> department_id)
);
--> statement-breakpoint
ALTER TABLE "queues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routing_decisions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"department_id" uuid,
	"member_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "routing_decisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "routing_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "skills" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skills_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workloads" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"capacity" integer DEFAULT 6 NOT NULL,
	"waiting_on_us_percent" integer DEFAULT 100 NOT NULL,
	"waiting_on_customer_percent" integer DEFAULT 50 NOT NULL,
	"snoozed_percent" integer DEFAULT 10 NOT NULL,
	"aging_minutes" integer DEFAULT 15 NOT NULL,
	CONSTRAINT "workloads_capacity" CHECK (capacity between 1 and 100),
	CONSTRAINT "workloads_percents" CHECK (waiting_on_us_percent between 0 and 100 and waiting_on_customer_percent between 0 and 100 and snoozed_percent between 0 and 100),
	CONSTRAINT "workloads_aging" CHECK (aging_minutes between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "workloads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"rule_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"cause_id" uuid NOT NULL,
	"event_cursor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"trace" jsonb NOT NULL,
	CONSTRAINT "rule_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rule_runs_outcome" CHECK ("outcome" in ('done', 'unmatched', 'stopped', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "rule_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_webhooks" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"run_id" uuid NOT NULL,
	"url" text NOT NULL,
	"body_sealed" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"answer" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_webhooks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "rule_webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rules" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"is_active" boolean DEFAULT false NOT NULL,
	"event" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"webhook_secret_sealed" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rules_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rules_event" CHECK ("event" in ('conversation.opened', 'conversation.reopened', 'conversation.queued', 'conversation.assigned', 'conversation.transferred', 'conversation.labelled', 'conversation.prioritised', 'conversation.resolved', 'message.received', 'serviceLevel.warned', 'serviceLevel.missed', 'survey.answered'))
);
--> statement-breakpoint
ALTER TABLE "rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_settings" (
	"tenant_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"is_active" boolean DEFAULT false NOT NULL,
	"question" text NOT NULL,
	"choices" text[] NOT NULL,
	"comment_question" text,
	"thanks" text NOT NULL,
	"template_id" uuid,
	"after_minutes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "survey_settings_tenant_id_department_id_pk" PRIMARY KEY("tenant_id","department_id"),
	CONSTRAINT "survey_settings_choices" CHECK (cardinality(choices) = 3),
	CONSTRAINT "survey_settings_after" CHECK (after_minutes between 0 and 4320)
);
--> statement-breakpoint
ALTER TABLE "survey_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surveys" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"department_id" uuid,
	"member_id" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"way" text,
	"message_id" uuid,
	"dropped_reason" text,
	"asks_comment" boolean DEFAULT false NOT NULL,
	"score" integer,
	"answered_at" timestamp (3) with time zone,
	"comment_asked_at" timestamp (3) with time zone,
	"comment" text,
	"commented_at" timestamp (3) with time zone,
	"thanked_at" timestamp (3) with time zone,
	CONSTRAINT "surveys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "surveys_score" CHECK (score between 1 and 5),
	CONSTRAINT "surveys_way" CHECK ("way" in ('buttons', 'template'))
);
--> statement-breakpoint
ALTER TABLE "surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_level_policies" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"first_reply_minutes" integer,
	"next_reply_minutes" integer,
	"resolution_minutes" integer,
	"in_hours" boolean DEFAULT false NOT NULL,
	"warn_at_percent" integer DEFAULT 80 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_level_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "service_level_policies_minutes" CHECK (first_reply_minutes > 0 and next_reply_minutes > 0 and resolution_minutes > 0),
	CONSTRAINT "service_level_policies_warn" CHECK (warn_at_percent between 1 and 99)
);
--> statement-breakpoint
ALTER TABLE "service_level_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_levels" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"policy_id" uuid,
	"department_id" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"running_since" timestamp (3) with time zone,
	"used_seconds" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone,
	"warn_at" timestamp (3) with time zone,
	"warned_at" timestamp (3) with time zone,
	"missed_at" timestamp (3) with time zone,
	"met_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "service_levels_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "service_levels_kind" CHECK ("kind" in ('first_reply', 'next_reply', 'resolution', 'window'))
);
--> statement-breakpoint
ALTER TABLE "service_levels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "silence_settings" (
	"tenant_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"close_after_minutes" integer NOT NULL,
	"warn_before_minutes" integer,
	"warning" text,
	"closing_reason" text,
	CONSTRAINT "silence_settings_tenant_id_department_id_pk" PRIMARY KEY("tenant_id","department_id"),
	CONSTRAINT "silence_settings_close" CHECK (close_after_minutes between 5 and 43200),
	CONSTRAINT "silence_settings_warn" CHECK (warn_before_minutes between 1 and close_after_minutes - 1),
	CONSTRAINT "silence_settings_warning" CHECK ((warn_before_minutes is null) = (warning is null))
);
--> statement-breakpoint
ALTER TABLE "silence_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "silences" (
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"warn_at" timestamp (3) with time zone,
	"warned_at" timestamp (3) with time zone,
	"close_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "silences_tenant_id_conversation_id_pk" PRIMARY KEY("tenant_id","conversation_id")
);
--> statement-breakpoint
ALTER TABLE "silences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "events_timeline";--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "hours_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "queued_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "skill_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "last_assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "hours_id" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "service_level_policy_id" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "quoted_message_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cause_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_greetings" ADD CONSTRAINT "conversation_greetings_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_greetings" ADD CONSTRAINT "conversation_greetings_greeting" FOREIGN KEY ("tenant_id","greeting_id") REFERENCES "public"."greetings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "greetings" ADD CONSTRAINT "greetings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "greetings" ADD CONSTRAINT "greetings_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "greetings" ADD CONSTRAINT "greetings_channel" FOREIGN KEY ("tenant_id","channel_id") REFERENCES "public"."channels"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours" ADD CONSTRAINT "hours_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_skills" ADD CONSTRAINT "department_skills_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_skills" ADD CONSTRAINT "department_skills_skill" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_skill" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_decision" FOREIGN KEY ("tenant_id","decision_id") REFERENCES "public"."routing_decisions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queues" ADD CONSTRAINT "queues_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queues" ADD CONSTRAINT "queues_overflow_department" FOREIGN KEY ("tenant_id","overflow_department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_decisions" ADD CONSTRAINT "routing_decisions_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workloads" ADD CONSTRAINT "workloads_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_rule" FOREIGN KEY ("tenant_id","rule_id") REFERENCES "public"."rules"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_webhooks" ADD CONSTRAINT "rule_webhooks_run" FOREIGN KEY ("tenant_id","run_id") REFERENCES "public"."rule_runs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_settings" ADD CONSTRAINT "survey_settings_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_settings" ADD CONSTRAINT "survey_settings_template" FOREIGN KEY ("tenant_id","template_id") REFERENCES "public"."templates"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_contact" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_level_policies" ADD CONSTRAINT "service_level_policies_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_policy" FOREIGN KEY ("tenant_id","policy_id") REFERENCES "public"."service_level_policies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silence_settings" ADD CONSTRAINT "silence_settings_department" FOREIGN KEY ("tenant_id","department_id") REFERENCES "public"."departments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silences" ADD CONSTRAINT "silences_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_greetings_due" ON "conversation_greetings" USING btree ("due_at") WHERE said_at is null and dropped_reason is null;--> statement-breakpoint
CREATE INDEX "greetings_kind" ON "greetings" USING btree ("tenant_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "hours_name" ON "hours" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_standing" ON "offers" USING btree ("tenant_id","conversation_id") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "offers_standing_with" ON "offers" USING btree ("tenant_id","member_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "offers_conversation" ON "offers" USING btree ("tenant_id","conversation_id","offered_at");--> statement-breakpoint
CREATE INDEX "offers_due" ON "offers" USING btree ("expires_at") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "routing_decisions_conversation" ON "routing_decisions" USING btree ("tenant_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "routing_decisions_member" ON "routing_decisions" USING btree ("tenant_id","member_id","at");--> statement-breakpoint
CREATE INDEX "routing_decisions_age" ON "routing_decisions" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "skills_name" ON "skills" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_runs_event" ON "rule_runs" USING btree ("tenant_id","rule_id","event_cursor");--> statement-breakpoint
CREATE INDEX "rule_runs_cause" ON "rule_runs" USING btree ("tenant_id","cause_id","rule_id");--> statement-breakpoint
CREATE INDEX "rule_runs_rule" ON "rule_runs" USING btree ("tenant_id","rule_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rule_runs_outcome" ON "rule_runs" USING btree ("tenant_id","rule_id","outcome","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rule_runs_conversation" ON "rule_runs" USING btree ("tenant_id","conversation_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rule_runs_age" ON "rule_runs" USING btree ("at");--> statement-breakpoint
CREATE INDEX "rule_webhooks_due" ON "rule_webhooks" USING btree ("due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "rule_webhooks_run" ON "rule_webhooks" USING btree ("tenant_id","run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rules_name" ON "rules" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "rules_event" ON "rules" USING btree ("tenant_id","event","position");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_conversation" ON "surveys" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "surveys_contact" ON "surveys" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "surveys_member" ON "surveys" USING btree ("tenant_id","member_id","answered_at");--> statement-breakpoint
CREATE INDEX "surveys_answered" ON "surveys" USING btree ("tenant_id","answered_at" DESC NULLS FIRST,"id") WHERE answered_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_message" ON "surveys" USING btree ("tenant_id","message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "surveys_due" ON "surveys" USING btree ("due_at") WHERE asked_at is null and dropped_reason is null;--> statement-breakpoint
CREATE UNIQUE INDEX "service_level_policies_name" ON "service_level_policies" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "service_levels_running" ON "service_levels" USING btree ("tenant_id","conversation_id","kind") WHERE met_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "service_levels_started" ON "service_levels" USING btree ("tenant_id","started_at");--> statement-breakpoint
CREATE INDEX "service_levels_conversation" ON "service_levels" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "service_levels_warn" ON "service_levels" USING btree ("warn_at") WHERE warned_at is null and met_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "service_levels_due" ON "service_levels" USING btree ("due_at") WHERE missed_at is null and met_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "service_levels_met" ON "service_levels" USING btree ("tenant_id","met_at") WHERE met_at is not null;--> statement-breakpoint
CREATE INDEX "service_levels_missed" ON "service_levels" USING btree ("tenant_id","missed_at") WHERE missed_at is not null;--> statement-breakpoint
CREATE INDEX "silences_warn" ON "silences" USING btree ("warn_at") WHERE warned_at is null;--> statement-breakpoint
CREATE INDEX "silences_close" ON "silences" USING btree ("close_at");--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_hours" FOREIGN KEY ("tenant_id","hours_id") REFERENCES "public"."hours"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_last_assignee" FOREIGN KEY ("tenant_id","last_assignee_id") REFERENCES "public"."members"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_hours" FOREIGN KEY ("tenant_id","hours_id") REFERENCES "public"."hours"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_service_level_policy" FOREIGN KEY ("tenant_id","service_level_policy_id") REFERENCES "public"."service_level_policies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_queued" ON "conversations" USING btree ("tenant_id","department_id","queued_since") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "conversations_opened" ON "conversations" USING btree ("tenant_id","opened_at");--> statement-breakpoint
CREATE INDEX "availability_member" ON "availability" USING btree ("tenant_id","member_id","since");--> statement-breakpoint
CREATE INDEX "events_queueing" ON "events" USING btree ("tenant_id","at") WHERE "type" in ('conversation.queued', 'conversation.dequeued', 'conversation.assigned', 'conversation.transferred', 'conversation.snoozed', 'conversation.resolved', 'conversation.markedSpam');--> statement-breakpoint
CREATE INDEX "events_timeline" ON "events" USING btree ("tenant_id","conversation_id","at" DESC NULLS FIRST,"seq" DESC NULLS FIRST) WHERE "type" in ('conversation.queued', 'conversation.assigned', 'conversation.transferred', 'conversation.snoozed', 'conversation.woken', 'conversation.resolved', 'conversation.reopened', 'conversation.labelled', 'conversation.prioritised', 'conversation.markedSpam', 'conversation.unmarkedSpam', 'conversation.ownerChanged', 'conversation.offered', 'conversation.offerEnded', 'conversation.returned', 'conversation.silenceWarned', 'serviceLevel.missed', 'survey.answered', 'rule.ran', 'rule.stopped', 'flow.entered', 'flow.left', 'flow.handedOver');--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_capacity" CHECK (capacity between 0 and 100);--> statement-breakpoint
CREATE POLICY "tenant" ON "conversation_greetings" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "greetings" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "hours" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "department_skills" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "member_skills" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "offers" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "queues" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "routing_decisions" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "skills" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "workloads" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "rule_runs" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "rule_webhooks" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "rules" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "survey_settings" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "surveys" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "service_level_policies" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "service_levels" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "silence_settings" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant" ON "silences" AS PERMISSIVE FOR ALL TO "parley_app" USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
-- Rights are applied after the migrations, and force it again.
ALTER TABLE "conversations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "conversations" SET "queued_since" = coalesce("waiting_since", "last_activity_at") WHERE "state" = 'queued';--> statement-breakpoint
UPDATE "conversations" SET "last_assignee_id" = "assignee_id" WHERE "assignee_id" IS NOT NULL;
