import { startExpiry } from "@/lib/auth";
import { startAwayWatch } from "@/lib/availability";
import { startForgettingMerges } from "@/lib/contacts";
import { startTimers } from "@/lib/conversations";
import { startGreeting } from "@/lib/greetings";
import { startIngest, startRetention } from "@/lib/inbound";
import { startMediaFetch } from "@/lib/media";
import { startSending } from "@/lib/messages";
import { startNoteRemoval } from "@/lib/notes";
import { startPush } from "@/lib/notifications";
import { startReminding } from "@/lib/reminders";
import { startRouting } from "@/lib/routing";
import { startRuleQueue, startRules } from "@/lib/rules";
import { startAsking, startSurveying } from "@/lib/satisfaction";
import { startFollowing, startLookingAtWindows, startMarkingDue } from "@/lib/service-levels";
import { startClosingSilent, startListeningForSilence } from "@/lib/silence";
import { startTemplateSync } from "@/lib/templates";
import type { Part } from "./only";

type Stoppable = { stop: () => Promise<void> };

/** The work in the background that belongs to the parts asked for. */
export function startLoops(parts: ReadonlySet<Part>): Stoppable[] {
  return [
    ...(parts.has("ingest") ? [startIngest()] : []),
    ...(parts.has("send") ? [startSending()] : []),
    ...(parts.has("jobs")
      ? [
          startMediaFetch(),
          startRetention(),
          startExpiry(),
          startTemplateSync(),
          startTimers(),
          startNoteRemoval(),
          startReminding(),
          startRouting(),
          startForgettingMerges(),
          startAwayWatch(),
          startPush(),
          startGreeting(),
          startFollowing(),
          startMarkingDue(),
          startLookingAtWindows(),
          startListeningForSilence(),
          startClosingSilent(),
          startRules(),
          startRuleQueue(),
          startSurveying(),
          startAsking(),
        ]
      : []),
  ];
}
