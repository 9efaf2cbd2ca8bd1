import type * as z from "zod";
import type { FieldError } from "@/lib/errors";

type Issue = z.core.$ZodIssue;

/** What an input has wrong, field by field, with a code that a console in another language has words for. */
export function fieldErrorsOf({ issues }: z.ZodError): FieldError[] {
  return issues.map((issue) => ({ path: issue.path.join("."), message: issue.message, ...kindOf(issue) }));
}

function kindOf(issue: Issue): Pick<FieldError, "code" | "limit"> {
  switch (issue.code) {
    case "invalid_type":
      return { code: issue.message.endsWith("received undefined") ? "missing" : "invalid" };
    case "too_small": {
      const limit = Number(issue.minimum);
      if (issue.origin === "string") return limit === 1 ? { code: "empty" } : { code: "too_short", limit };
      return { code: isCounted(issue.origin) ? "too_few" : "too_small", limit };
    }
    case "too_big": {
      const limit = Number(issue.maximum);
      if (issue.origin === "string") return { code: "too_long", limit };
      return { code: isCounted(issue.origin) ? "too_many" : "too_big", limit };
    }
    default:
      return issue.message.startsWith("Invalid") ? { code: "invalid" } : {};
  }
}

function isCounted(origin: string): boolean {
  return origin === "array" || origin === "set" || origin === "map";
}
