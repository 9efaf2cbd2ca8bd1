const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/**
 * What a page may load and do. `strict-dynamic` lets the scripts that bear the nonce load their chunks, and nothing else
 * runs. `host` is where the visitor is: older browsers do not count a socket to the same host as `'self'`.
 */
export function contentSecurityPolicy(options: { nonce: string; host: string | null; development: boolean }): string {
  const { nonce, host, development } = options;
  const sockets = host && HOST.test(host) ? ` ws://${host} wss://${host}` : "";
  const directives = [
    "default-src 'self'",
    // React takes its stacks apart with eval in development.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Positions of lists and pop-overs are style attributes, for which there is no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}
