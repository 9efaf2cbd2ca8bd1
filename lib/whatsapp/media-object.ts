/** `id` when it lies at Meta, `link` when Meta is to fetch it; inbound also has type, digest and a short-lived `url`. */
export type MediaObject = {
  id?: string;
  link?: string;
  url?: string;
  mime_type?: string;
  /** Base64 or hexadecimal. */
  sha256?: string;
  caption?: string;
  /** Named by the customer: never a path. */
  filename?: string;
  /** A voice note, not an attached audio file. */
  voice?: boolean;
  animated?: boolean;
};
