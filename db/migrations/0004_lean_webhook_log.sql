-- A row of the log is updated twice, when it is claimed and when it is done. With its sealed body kept apart, neither
-- writes the body again, and there is room on the page to do it in place.
ALTER TABLE "webhook_log" ALTER COLUMN "body" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "webhook_log" SET (toast_tuple_target = 128, fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
