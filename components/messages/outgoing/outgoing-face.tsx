"use client";

import { ContactsFace } from "@/components/messages/faces/contacts-face";
import { contentOf } from "@/components/messages/faces/content";
import { InteractiveFace } from "@/components/messages/faces/interactive-face";
import { LocationFace } from "@/components/messages/faces/location-face";
import { TemplateFace } from "@/components/messages/faces/template-face";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import { ownFilesOf } from "@/components/templates/fill/own-files";
import type { OutgoingContent } from "./outgoing";
import { OutgoingMedia } from "./outgoing-media";

/** What is on its way, as it will look in the thread. */
export function OutgoingFace({ content: { type, ...rest } }: { content: OutgoingContent }) {
  const content = contentOf({ type, content: rest });
  switch (content?.type) {
    case "text":
      return <FormattedText text={content.text.body} />;
    case "interactive":
      return <InteractiveFace interactive={content.interactive} />;
    case "location":
      return <LocationFace location={content.location} />;
    case "contacts":
      return <ContactsFace cards={content.contacts} />;
    case "template":
      return <TemplateFace content={content} media={content.shown ? ownFilesOf(content.shown) : []} />;
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return <OutgoingMedia content={content} />;
    default:
      return null;
  }
}
