import { InvalidError } from "@/lib/errors";
import { storableJson } from "@/lib/text";
import { SendContent } from "@/lib/whatsapp/schemas";
import type { MessageContent } from "@/lib/whatsapp/types";

/** The content of a send: `type` names the key beside it. @throws {InvalidError} naming each value that Meta would refuse */
export function readSendContent(input: { type: string } & Record<string, unknown>): MessageContent {
  const { type } = input;
  const result = SendContent.safeParse(storableJson({ type, [type]: input[type] }));
  if (result.success) return result.data as MessageContent;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new InvalidError("This message cannot be sent as it is.", { code: "invalid_content", fields });
}
