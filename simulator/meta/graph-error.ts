import { randomBytes } from "node:crypto";
import { errorCatalogue } from "./error-catalogue";

type Variation = { message?: string; http?: number; subcode?: number; type?: string };

/** A refusal in the words of the Graph API; `envelope` is the body that goes out. */
export class GraphError extends Error {
  readonly http: number;

  constructor(
    readonly code: number,
    readonly details?: string,
    private readonly variation: Variation = {},
  ) {
    const entry = errorCatalogue[code];
    const title = variation.message ?? entry?.title ?? "Something went wrong";
    super(entry?.bare || variation.type === "GraphMethodException" ? title : `(#${code}) ${title}`);
    this.http = variation.http ?? entry?.http ?? 400;
  }

  get envelope() {
    const entry = errorCatalogue[this.code];
    const details = this.details ?? entry?.details;
    return {
      error: {
        message: this.message,
        type: this.variation.type ?? entry?.type ?? "OAuthException",
        code: this.code,
        ...(details ? { error_data: { messaging_product: "whatsapp", details } } : {}),
        ...(this.variation.subcode ? { error_subcode: this.variation.subcode } : {}),
        ...(entry?.transient ? { is_transient: true } : {}),
        fbtrace_id: `A${randomBytes(16).toString("base64url")}`,
      },
    };
  }
}

/** Meta's one answer to "missing" and "not yours" alike. */
export function unknownObject(id: string, verb: "get" | "post" | "delete"): GraphError {
  const message = `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return new GraphError(100, undefined, { message, subcode: 33, type: "GraphMethodException" });
}

/** The item of `errors` in a failed status. */
export function statusError(code: number) {
  const title = errorCatalogue[code]?.title ?? "Something went wrong";
  return {
    code,
    title,
    message: title,
    error_data: { details: errorCatalogue[code]?.details ?? title },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}
