"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import type { Output } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { SettingsPage } from "@/components/settings/settings-page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import type { ListApiKeys } from "@/lib/auth/schemas";
import { CreateKeyDialog } from "./create-key-dialog";
import { apiKeysQuery } from "./queries";
import { RevokeKeyDialog } from "./revoke-key-dialog";

export type ApiKey = Output<typeof ListApiKeys>["items"][number];

export function ApiKeysScreen({ apiKeys: initial }: { apiKeys: ApiKey[] }) {
  const t = useTranslations("settings.api-keys");
  const roles = useTranslations("settings.members.roles");
  const words = useTimeWords();
  const now = useNow();
  const apiKeys = useQuery({ ...apiKeysQuery, initialData: initial }).data;
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={apiKeys.length > 0 && add}>
      <Card>
        {apiKeys.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={t("empty")} action={add}>
            {t("emptyWords")}
          </EmptyState>
        ) : (
          <Table
            caption={t("title")}
            head={
              <>
                <Th>{t("name")}</Th>
                <Th>{t("ending")}</Th>
                <Th>{t("role")}</Th>
                <Th>{t("created")}</Th>
                <Th>{t("lastUsed")}</Th>
                <Th>
                  <span className="sr-only">{t("revoke")}</span>
                </Th>
              </>
            }
          >
            {apiKeys.map((apiKey) => (
              <tr key={apiKey.id}>
                <Td className="font-medium">{apiKey.name}</Td>
                <Td className="font-mono text-sm">
                  <bdi dir="ltr">…{apiKey.ending}</bdi>
                </Td>
                <Td>
                  {roles(apiKey.role)}
                  {apiKey.scopes && (
                    <span className="text-ink-3"> · {t("scopes", { count: apiKey.scopes.length })}</span>
                  )}
                </Td>
                <Td label={t("created")} className="whitespace-nowrap" title={words.exact(apiKey.createdAt)}>
                  {words.short(apiKey.createdAt, now)}
                  {apiKey.createdBy && <span className="text-ink-3"> · {apiKey.createdBy}</span>}
                </Td>
                <Td label={t("lastUsed")} className="whitespace-nowrap">
                  {apiKey.lastUsedAt ? words.short(apiKey.lastUsedAt, now) : t("never")}
                </Td>
                <Td className="text-end">
                  <Button aria-label={t("revokeOf", { name: apiKey.name })} onClick={() => setRevoked(apiKey)}>
                    {t("revoke")}
                  </Button>
                </Td>
              </tr>
            ))}
          </Table>
        )}
      </Card>
      {isCreating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      {revoked && <RevokeKeyDialog apiKey={revoked} onClose={() => setRevoked(null)} />}
    </SettingsPage>
  );
}
