const names = {
  image: "Photo",
  video: "Video",
  audio: "Audio",
  document: "Document",
  sticker: "Sticker",
  location: "Location",
  contacts: "Contact",
  template: "Template",
};

/** One line that stands for a message: in the list, in quotes, in the reply banner. */
export function previewOf({ type, content, rendered }) {
  if (type === "text") return content?.body ?? "";
  if (type === "button") return content?.text ?? "";
  if (rendered) return rendered.body;
  if (type === "interactive") {
    return content?.body?.text ?? content?.button_reply?.title ?? content?.list_reply?.title ?? "Interactive message";
  }
  if (type === "document" && content?.filename) return content.filename;
  return content?.caption ?? content?.name ?? names[type] ?? type;
}
