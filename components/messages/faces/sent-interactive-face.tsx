import { ExternalLink, List, Reply } from "lucide-react";
import type { ReactNode } from "react";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import type { InteractiveSend } from "@/lib/whatsapp/types";
import { SentList } from "./sent-list";

/** Buttons, lists and the like that we sent, as the customer sees them; of a list also what opens at a tap. */
export function SentInteractiveFace({ interactive }: { interactive: InteractiveSend }) {
  return (
    <div>
      {interactive.header?.type === "text" && (
        <p dir="auto" className="font-semibold">
          {interactive.header.text}
        </p>
      )}
      {interactive.body && <FormattedText text={interactive.body.text} />}
      {interactive.footer && (
        <p dir="auto" className="text-sm text-ink-3">
          {interactive.footer.text}
        </p>
      )}
      <Choices interactive={interactive} />
    </div>
  );
}

function Choices({ interactive }: { interactive: InteractiveSend }) {
  switch (interactive.type) {
    case "button":
      return (
        <ul className="mt-1.5 flex flex-col gap-1">
          {interactive.action.buttons.map(({ reply }) => (
            <li key={reply.id}>
              <Tappable icon={<Reply className="size-3.5 rtl:-scale-x-100" />} title={reply.title} />
            </li>
          ))}
        </ul>
      );
    case "list":
      return (
        <div className="mt-1.5 flex flex-col gap-1">
          <Tappable icon={<List className="size-3.5" />} title={interactive.action.button} />
          <SentList sections={interactive.action.sections} />
        </div>
      );
    case "cta_url":
      return (
        <div className="mt-1.5">
          <Tappable icon={<ExternalLink className="size-3.5" />} title={interactive.action.parameters.display_text} />
        </div>
      );
    default:
      return null;
  }
}

function Tappable({ icon, title }: { icon: ReactNode; title: string }) {
  return (
    <span className="flex items-center justify-center gap-1.5 rounded-md border border-accent-line px-2 py-1 text-center text-md font-medium text-accent">
      <span aria-hidden="true" className="shrink-0">
        {icon}
      </span>
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {title}
      </span>
    </span>
  );
}
