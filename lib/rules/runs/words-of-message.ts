import type { MessageContent } from "@/lib/whatsapp/types";

/** What somebody wrote or chose, as it came: a photo without a caption says nothing. */
export function wordsOfMessage(stored: Record<string, unknown> | null): string {
  const content = stored as MessageContent | null;
  switch (content?.type) {
    case "text":
      return content.text.body;
    case "image":
      return content.image.caption ?? "";
    case "video":
      return content.video.caption ?? "";
    case "document":
      return [content.document.caption, content.document.filename].filter(Boolean).join(" ");
    case "button":
      return content.button.text ?? "";
    case "order":
      return content.order.text ?? "";
    case "interactive":
      if (content.interactive.type === "button_reply") return content.interactive.button_reply.title;
      return content.interactive.type === "list_reply" ? content.interactive.list_reply.title : "";
    default:
      return "";
  }
}
