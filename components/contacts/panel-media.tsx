"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { keys } from "@/components/queries/keys";
import { ProblemState } from "@/components/shell/problem-state";
import { Opening } from "@/components/ui/opening";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";
import { harmlessName } from "@/lib/media/types";
import { isPicture, MediaThumb } from "./media-thumb";
import { PanelSection } from "./panel-section";
import { type ContactMedium, linksOfContactQuery, mediaOfContactQuery } from "./queries";
import { ShowAll } from "./show-all";

const PictureViewer = lazy(() => import("@/components/messages/viewer/picture-viewer"));
const PdfViewer = lazy(() => import("@/components/messages/viewer/pdf-viewer"));

const MOST_FILES = 8;
const MOST_LINKS = 4;
const urlOf = (mediaId: string) => `/api/v1/media/${mediaId}`;

type MediaProps = { contactId: string; conversation: ConversationSummary };

/** The latest files and links that went to and fro. */
export function PanelMedia({ contactId, conversation }: MediaProps) {
  const t = useTranslations("inbox.panel");
  return (
    <PanelSection name="media" title={t("media")} action={<ShowAll contactId={contactId} tab="media" />}>
      <Latest contactId={contactId} conversation={conversation} />
    </PanelSection>
  );
}

function Latest({ contactId, conversation }: MediaProps) {
  const t = useTranslations("inbox.panel");
  const client = useQueryClient();
  const files = useInfiniteQuery(mediaOfContactQuery(contactId));
  const links = useInfiniteQuery(linksOfContactQuery(contactId));
  const lastId = conversation.lastMessage?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each new message may have brought a file or a link.
  useEffect(() => {
    for (const queryKey of [keys.mediaOfContact(contactId), keys.linksOfContact(contactId)]) {
      void client.invalidateQueries({ queryKey, predicate: ({ state }) => state.status !== "pending" });
    }
  }, [client, contactId, lastId]);
  if (files.isError) return <ProblemState error={files.error} onRetry={() => void files.refetch()} />;
  if (files.isPending || links.isPending) {
    return (
      <div role="status">
        <span className="sr-only">{t("loadingMedia")}</span>
        <Skeleton className="h-16 w-full rounded-md" />
      </div>
    );
  }
  const media = files.data.pages.flatMap(({ items }) => items);
  const found = links.data?.pages.flatMap(({ items }) => items) ?? [];
  if (media.length === 0 && found.length === 0) return <p className="text-ink-3">{t("noMedia")}</p>;
  return (
    <div className="flex flex-col gap-2.5">
      <Thumbs media={media} />
      {found.length > 0 && (
        <ul className="flex flex-col gap-1">
          {found.slice(0, MOST_LINKS).map(({ messageId, url }) => (
            <li key={`${messageId} ${url}`}>
              <a
                href={url}
                title={url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                dir="ltr"
                className="block truncate rounded-sm text-start text-accent hover:underline"
              >
                {url.replace(/^https?:\/\/(www\.)?/, "")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Thumbs({ media }: { media: readonly ContactMedium[] }) {
  const url = useInboxUrl();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = media.find(({ id }) => id === openId);
  const pictures = media
    .filter(isPicture)
    .map(({ id, filename, at }) => ({ mediaId: id, url: urlOf(id), name: harmlessName(filename ?? ""), at }));
  const close = () => setOpenId(null);
  const show = (medium: ContactMedium) => {
    if (isPicture(medium) || medium.type === "application/pdf") setOpenId(medium.id);
    else url.select(medium.conversationId, { kind: "message", id: medium.messageId });
  };
  if (media.length === 0) return null;
  return (
    <>
      <ul className="grid grid-cols-4 gap-1.5">
        {media.slice(0, MOST_FILES).map((medium) => (
          <li key={medium.id}>
            <MediaThumb medium={medium} onOpen={() => show(medium)} />
          </li>
        ))}
      </ul>
      <Suspense fallback={<Opening />}>
        {open && isPicture(open) && (
          <PictureViewer pictures={pictures} mediaId={open.id} onShow={setOpenId} onReply={null} onClose={close} />
        )}
        {open && !isPicture(open) && (
          <PdfViewer url={urlOf(open.id)} name={harmlessName(open.filename ?? "")} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
