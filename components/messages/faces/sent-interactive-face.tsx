import { FormattedText } from "@/components/messages/formatting/formatted-text";
import type { InteractiveSend } from "@/lib/whatsapp/types";

/** Buttons, lists and the like that we sent, as the customer sees them. */
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
      <ul className="mt-1.5 flex flex-col gap-1">
        {choicesOf(interactive).map((choice) => (
          <li
            key={choice}
            dir="auto"
            className="rounded-md border border-accent-line px-2 py-1 text-center text-md font-medium text-accent"
          >
            {choice}
          </li>
        ))}
      </ul>
    </div>
  );
}

function choicesOf(interactive: InteractiveSend): string[] {
  switch (interactive.type) {
    case "button":
      return interactive.action.buttons.map(({ reply }) => reply.title);
    case "list":
      return interactive.action.sections.flatMap(({ rows }) => rows.map(({ title }) => title));
    case "cta_url":
      return [interactive.action.parameters.display_text];
    default:
      return [];
  }
}
