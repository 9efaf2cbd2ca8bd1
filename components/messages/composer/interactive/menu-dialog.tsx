"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import type { Compose } from "@/components/messages/composer/use-compose";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import type { ConversationSummary } from "@/lib/conversations/types";
import { sendLimits } from "@/lib/whatsapp/types";
import { ButtonFields } from "./button-fields";
import { Counted } from "./counted";
import { ListFields } from "./list-fields";
import { bodyLimit, type MenuDraft, menuContent, menuProblem, newMenu } from "./menu-draft";
import { MenuPreview } from "./menu-preview";

const ScheduleDialog = lazy(() => import("@/components/messages/scheduled/schedule-dialog"));

type DialogProps = { conversation: ConversationSummary; compose: Compose; onClose: () => void };

/** Builds reply buttons or a list within the Cloud API's limits, beside what the customer will see. */
export default function MenuDialog({ conversation, compose, onClose }: DialogProps) {
  const t = useTranslations("composer.menu");
  const actions = useTranslations("common.actions");
  const [menu, setMenu] = useState(() => newMenu(compose.text));
  const change = (changed: Partial<MenuDraft>) => setMenu({ ...menu, ...changed });
  const problem = menuProblem(menu);
  const guard = useAnswerGuard(conversation.id);
  const [isLater, setLater] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (problem || guard.holds()) return;
    compose.sendContent(menuContent(menu));
    compose.clear();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      closeLabel={actions("close")}
      size="large"
      footer={
        <>
          <span role="status" className="me-auto self-center text-sm text-ink-2">
            {problem && t(`problem.${problem}`)}
          </span>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button disabled={problem !== null} onClick={() => setLater(true)}>
            {t("later")}
          </Button>
          <Button type="submit" form="menu" variant="primary" disabled={problem !== null}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 pt-1 md:grid-cols-[minmax(0,1fr)_280px]">
        <form id="menu" onSubmit={submit} className="flex flex-col gap-3">
          {guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} />}
          <Segmented<MenuDraft["kind"]>
            label={t("kind")}
            value={menu.kind}
            options={[
              { value: "button", label: t("buttons") },
              { value: "list", label: t("list") },
            ]}
            onChange={(kind) => change({ kind })}
          />
          <Counted
            label={t("header")}
            optional
            most={sendLimits.header}
            value={menu.header}
            onChange={(header) => change({ header })}
          />
          <Counted
            label={t("body")}
            lines
            most={bodyLimit(menu)}
            value={menu.body}
            onChange={(body) => change({ body })}
          />
          {menu.kind === "button" ? (
            <ButtonFields buttons={menu.buttons} onChange={(buttons) => change({ buttons })} />
          ) : (
            <ListFields menu={menu} onChange={change} />
          )}
          <Counted
            label={t("footer")}
            optional
            most={sendLimits.footer}
            value={menu.footer}
            onChange={(footer) => change({ footer })}
          />
        </form>
        <MenuPreview menu={menu} />
      </div>
      {isLater && (
        <Suspense>
          <ScheduleDialog
            conversation={conversation}
            messages={[{ content: menuContent(menu), quotedWamid: compose.quoted?.wamid ?? null }]}
            onScheduled={() => {
              compose.clear();
              onClose();
            }}
            onClose={() => setLater(false)}
          />
        </Suspense>
      )}
    </Dialog>
  );
}
