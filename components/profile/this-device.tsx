"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { canBePushed, isSubscribed, subscribe, unsubscribe } from "@/components/notifications/push";
import { type Permission, permissionNow } from "@/components/notifications/show";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Button } from "@/components/ui/button";

type State = { permission: Permission; isPushed: boolean };

/** Whether this browser may show anything, and whether it is told while no page is open. */
export function ThisDevice() {
  const t = useTranslations("settings.profile.notices.device");
  const onProblem = useProblemToast();
  const [state, setState] = useState<State | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void readState().then(setState);
  }, []);
  if (!state) return <div className="min-h-14 border-b" />;
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      onProblem(error);
    }
    setState(await readState());
    setBusy(false);
  };
  const { permission, isPushed } = state;
  const turnOn = async () => {
    const given = permission === "default" ? await Notification.requestPermission() : permission;
    if (given === "granted" && canBePushed()) await subscribe();
  };
  const words = permission !== "granted" ? permission : isPushed ? "pushed" : canBePushed() ? "open" : "openOnly";
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-3 border-b px-4 py-2.5">
      <p role="status" className="min-w-0 flex-1 basis-64 text-pretty text-ink-2">
        {t(words)}
      </p>
      {(words === "default" || words === "open") && (
        <Button busy={isBusy} onClick={() => void act(turnOn)}>
          {t("turnOn")}
        </Button>
      )}
      {words === "pushed" && (
        <Button busy={isBusy} onClick={() => void act(unsubscribe)}>
          {t("turnOff")}
        </Button>
      )}
    </div>
  );
}

async function readState(): Promise<State> {
  return { permission: permissionNow(), isPushed: await isSubscribed() };
}
