"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { playSound } from "@/components/notifications/sounds";
import { useEditPreferences, usePreferences } from "@/components/preferences/use-preferences";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { type NoticeChoice, type NoticeKind, noticeKinds } from "@/lib/preferences/types";
import { ThisDevice } from "./this-device";

const ways = ["desktop", "sound", "push"] as const satisfies (keyof NoticeChoice)[];

/** What I am told of, and how. */
export function NoticesCard() {
  const t = useTranslations("settings.profile.notices");
  const { notices } = usePreferences();
  const edit = useEditPreferences();
  const change = (kind: NoticeKind, way: keyof NoticeChoice, isOn: boolean) =>
    edit.mutate({ notices: { [kind]: { ...notices[kind], [way]: isOn } } });
  return (
    <Card title={t("title")}>
      <ThisDevice />
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead>
            <tr className="border-b text-sm text-ink-3">
              <th scope="col" className="px-4 py-2 text-start font-medium">
                {t("what")}
              </th>
              {ways.map((way) => (
                <th key={way} scope="col" className="px-2 py-2 text-center font-medium">
                  {t(`ways.${way}`)}
                </th>
              ))}
              <th scope="col" className="w-14">
                <span className="sr-only">{t("hear")}</span>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {noticeKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row" className="px-4 py-2 text-start font-normal">
                  {t(`kinds.${kind}.name`)}
                  <span className="block text-sm text-ink-3">{t(`kinds.${kind}.words`)}</span>
                </th>
                {ways.map((way) => (
                  <td key={way} className="px-2 text-center">
                    <input
                      type="checkbox"
                      aria-label={t("cell", { kind: t(`kinds.${kind}.name`), way: t(`ways.${way}`) })}
                      className="size-4 accent-(--accent)"
                      checked={notices[kind][way]}
                      onChange={(event) => change(kind, way, event.target.checked)}
                    />
                  </td>
                ))}
                <td className="px-2 text-center">
                  <IconButton label={t("hearKind", { kind: t(`kinds.${kind}.name`) })} onClick={() => playSound(kind)}>
                    <Volume2 className="size-4" />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
