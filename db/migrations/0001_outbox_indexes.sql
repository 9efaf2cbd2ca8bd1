DROP INDEX "outbox_due";--> statement-breakpoint
CREATE INDEX "outbox_leased" ON "outbox" USING btree ("leased_until") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "outbox_unsettled" ON "outbox" USING btree ("settles_by") WHERE state = 'ambiguous';--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("tenant_id","channel_id","priority","seq") WHERE state in ('queued', 'retry_wait');