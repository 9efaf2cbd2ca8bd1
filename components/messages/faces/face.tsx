"use client";

import { LongText } from "@/components/messages/formatting/long-text";
import type { Message } from "@/lib/messages/types";
import { ButtonFace } from "./button-face";
import { ContactsFace } from "./contacts-face";
import { contentOf } from "./content";
import { FaceGuard } from "./face-guard";
import { InteractiveFace } from "./interactive-face";
import { LocationFace } from "./location-face";
import { MediaFace } from "./media-face";
import { OrderFace } from "./order-face";
import { RawFace } from "./raw-face";
import { TemplateFace } from "./template-face";

/** What a message shows, whatever its type. One that cannot be drawn is shown as it came. */
export function Face({ message }: { message: Message }) {
  return (
    <FaceGuard key={message.id} fallback={<RawFace message={message} />}>
      <KnownFace message={message} />
    </FaceGuard>
  );
}

function KnownFace({ message }: { message: Message }) {
  const content = contentOf(message);
  switch (content?.type) {
    case "text":
      return <LongText text={content.text.body} />;
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return <MediaFace content={content} media={message.media[0]} />;
    case "location":
      return <LocationFace location={content.location} />;
    case "contacts":
      return <ContactsFace cards={content.contacts} />;
    case "button":
      return <ButtonFace text={content.button.text} />;
    case "interactive":
      return <InteractiveFace interactive={content.interactive} />;
    case "order":
      return <OrderFace order={content.order} />;
    case "template":
      return <TemplateFace content={content} media={message.media} />;
    default:
      return <RawFace message={message} />;
  }
}
