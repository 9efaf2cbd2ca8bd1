/** WhatsApp's templates, approved by Meta: read from the account, chosen by agents, filled in and checked before they leave. */
export { applyTemplateNews, type NewsOutcome } from "./apply-news";
export { checkTemplateSend, getTemplateOrNull, type KnownTemplate } from "./check";
export { favourTemplate } from "./favourites/favour";
export { unfavourTemplate } from "./favourites/unfavour";
export { findTemplate } from "./find";
export { listTemplates } from "./list";
export { startTemplateSync } from "./queue/start";
export { readTemplate } from "./read";
export { refusalOfTemplate } from "./state";
export { listTemplateSyncs } from "./sync/list";
export { markTemplatesStale } from "./sync/mark-stale";
export { syncTemplates } from "./sync/request";
