import { applyTemplateNews, type NewsOutcome } from "@/lib/templates";
import { open, settle, type Work } from "./work";

/** News of templates takes effect on the list that agents choose from. */
export async function writeTemplates(work: Work): Promise<void> {
  const arrivals = open(work).flatMap((arrival) =>
    arrival.item.kind === "template" ? [{ arrival, item: arrival.item }] : [],
  );
  if (arrivals.length === 0) return;
  const news = arrivals.map(({ arrival, item }) => ({ ...item, at: new Date(arrival.atMs) }));
  const outcomes = await applyTemplateNews(work.tx, work.actor, news);
  arrivals.forEach(({ arrival }, at) => {
    const outcome = outcomes[at] ?? "nothing";
    settle(work, arrival, outcome === "applied" ? "applied" : "stored", reasons[outcome]);
  });
}

const reasons: Record<NewsOutcome, string | null> = {
  applied: null,
  unknown: "No such template is known here; the list is being read again.",
  nothing: "It changes nothing about whether the template can be sent.",
};
