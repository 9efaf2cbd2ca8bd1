import { foldText } from "@/lib/text";

const FORM = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** Workspaces share the first part of the URL with these. */
const taken = new Set([
  "about",
  "account",
  "admin",
  "api",
  "app",
  "assets",
  "auth",
  "data-deletion",
  "docs",
  "favicon",
  "healthz",
  "help",
  "icon",
  "invitations",
  "mail",
  "metrics",
  "no-workspace",
  "operator",
  "password",
  "privacy",
  "public",
  "readyz",
  "settings",
  "sign-in",
  "sign-out",
  "sign-up",
  "simulator",
  "socket",
  "static",
  "status",
  "support",
  "terms",
  "webhooks",
  "www",
]);

/** Whether a slug has the right form and is not one of our own URLs. */
export function isFreeForm(slug: string): boolean {
  return FORM.test(slug) && !taken.has(slug);
}

/** `Möbel & Söhne GmbH` → `mobel-sohne-gmbh`; a name without Latin letters becomes `workspace`. */
export function slugFrom(name: string): string {
  const plain = foldText(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 32)
    .replaceAll(/^-+|-+$/g, "");
  if (isFreeForm(plain)) return plain;
  return plain.length > 0 && isFreeForm(`${plain}-team`) ? `${plain}-team` : "workspace";
}
