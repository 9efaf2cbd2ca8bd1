export type Emphasis = "bold" | "italic" | "strike" | "code";

export type Inline = string | { kind: Emphasis; children: Inline[] } | { kind: "link"; href: string; text: string };

export type Block =
  | { kind: "text"; children: Inline[] }
  | { kind: "quote"; children: Inline[] }
  | { kind: "list"; first: number | null; items: Inline[][] }
  | { kind: "mono"; text: string };
