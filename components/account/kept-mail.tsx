const LINK = /(https?:\/\/\S+)/;

/** A mail as plain text, its links made to click. */
export function KeptMail({
  subject,
  about,
  time,
  text,
}: {
  subject: string;
  about: string;
  time: string;
  text: string;
}) {
  return (
    <article className="rounded-lg border border-line bg-sunken px-4 py-3">
      <h2 className="font-semibold">{subject}</h2>
      <p className="mb-2 flex flex-wrap justify-between gap-x-3 text-sm text-ink-3">
        <span className="break-all">{about}</span>
        <time>{time}</time>
      </p>
      <p className="break-words whitespace-pre-wrap text-ink-2">
        {text.split(LINK).map((part, at) =>
          at % 2 === 0 ? (
            part
          ) : (
            <a key={part} href={part} className="break-all text-accent underline">
              {part}
            </a>
          ),
        )}
      </p>
    </article>
  );
}
