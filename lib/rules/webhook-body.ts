/** What a body that waits to be posted is sealed for. */
export function webhookBodyContext(webhookId: string): string {
  return `rule_webhooks|body_sealed|${webhookId}`;
}
