import { byId, element, phrase } from "./dom.js";
import { icon } from "./icons.js";
import { previewOf } from "./preview.js";
import { openAttachSheet } from "./sheets.js";
import { state } from "./state.js";
import { prepareVoice } from "./voice.js";

/** The line one writes in, with attachments and the banner of the quoted message. */
export function prepareComposer(actions) {
  const text = byId("text");
  byId("attach").append(icon("clip"));
  byId("send").append(icon("send"));
  const voice = prepareVoice(async (blob) => {
    const audio = { bytes: await base64Of(blob), mime_type: blob.type, voice: true };
    await actions.send({ type: "audio", audio });
  });
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    if (voice.isRecording()) return voice.send();
    const body = text.value.trim();
    if (body === "") return;
    text.value = "";
    fitHeight(text);
    actions.send({ type: "text", text: { body } });
  });
  text.addEventListener("input", () => fitHeight(text));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId("composer").requestSubmit();
  });
  const file = byId("file");
  byId("attach").addEventListener("click", () =>
    openAttachSheet({
      onFile: (accept) => {
        file.accept = accept;
        file.click();
      },
      onPlaces: () => actions.openPlaces(),
    }),
  );
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) await actions.send(await readFile(chosen));
    file.value = "";
  });
}

function fitHeight(text) {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 120)}px`;
}

const kinds = [
  ["image/webp", "sticker"],
  ["image/jpeg", "image"],
  ["image/png", "image"],
  ["video/mp4", "video"],
  ["video/3gpp", "video"],
  ["audio/", "audio"],
];

async function readFile(file) {
  const type = kinds.find(([start]) => file.type.startsWith(start))?.[1] ?? "document";
  const content = { bytes: await base64Of(file), mime_type: file.type || "application/octet-stream" };
  if (type === "document") content.filename = file.name;
  if (type === "audio") content.voice = false;
  if (type === "sticker") content.animated = false;
  return { type, [type]: content };
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export function showReplyBanner() {
  const banner = byId("reply-banner");
  banner.hidden = !state.replyTo;
  if (!state.replyTo) return;
  const drop = () => {
    state.replyTo = undefined;
    showReplyBanner();
  };
  const who = state.replyTo.from === "customer" ? "You" : state.business.name;
  banner.replaceChildren(
    element(
      "span",
      { className: "quoted" },
      phrase("strong", "", who),
      phrase("span", "quoted-text", previewOf(state.replyTo)),
    ),
    element("button", { type: "button", "aria-label": "Do not quote", onclick: drop }, "×"),
  );
}
