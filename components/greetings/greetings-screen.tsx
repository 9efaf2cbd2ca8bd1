"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MessageCircleHeart } from "lucide-react";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ManagedList } from "@/components/settings/managed-list";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Checkbox } from "@/components/ui/checkbox";
import { Tag } from "@/components/ui/tag";
import type { DeleteGreeting, EditGreeting } from "@/lib/greetings/schemas";
import { type Greeting, greetingKinds } from "@/lib/greetings/types";
import { GreetingDialog } from "./greeting-dialog";
import { greetingsQuery } from "./queries";
import { useAudienceWords } from "./use-audience-words";

export function GreetingsScreen(initial: { greetings: Greeting[] }) {
  const greetings = useQuery({ ...greetingsQuery, initialData: initial.greetings }).data;
  const byKind = greetings.toSorted(
    (one, other) => greetingKinds.indexOf(one.kind) - greetingKinds.indexOf(other.kind),
  );
  return (
    <ManagedList
      of="greetings"
      permission="greetings.manage"
      icon={<MessageCircleHeart />}
      items={byKind}
      queryKey={keys.greetings}
      show={(greeting) => <GreetingRow greeting={greeting} />}
      edit={(greeting, onClose) => <GreetingDialog greeting={greeting} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteGreeting>("DELETE /greetings/:greetingId", { greetingId: id })}
    />
  );
}

function GreetingRow({ greeting }: { greeting: Greeting }) {
  const t = useTranslations("greetings");
  const wordsOf = useAudienceWords();
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const turn = useMutation({
    mutationFn: (isActive: boolean) =>
      call<typeof EditGreeting>("PATCH /greetings/:greetingId", { greetingId: greeting.id, isActive }),
    onError: onProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.greetings }),
  });
  const isActive = turn.isPending ? turn.variables : greeting.isActive;
  return (
    <>
      <Tag tone={isActive ? "accent" : "plain"}>{t(`kinds.${greeting.kind}`)}</Tag>
      <bdi className="font-medium">{greeting.name}</bdi>
      <Checkbox
        label={t("on")}
        aria-label={t("onOf", { name: greeting.name })}
        checked={isActive}
        onChange={(event) => turn.mutate(event.target.checked)}
        className="text-sm text-ink-2"
      />
      <span className="w-full text-sm text-ink-3">{wordsOf(greeting)}</span>
      <span dir="auto" className="line-clamp-2 w-full text-ink-2">
        {greeting.text}
      </span>
    </>
  );
}
