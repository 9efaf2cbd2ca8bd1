"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { departmentsQuery } from "@/components/departments/queries";
import { labelsQuery } from "@/components/labels/queries";
import { quickRepliesQuery } from "@/components/quick-replies/queries";
import { atLeisure } from "@/components/shell/at-leisure";

/** Fetches what keys open once the inbox stands still: nobody who works by keyboard waits for a menu to come. */
export function useMadeReady(): void {
  const client = useQueryClient();
  useEffect(() => atLeisure(() => makeReady(client)), [client]);
}

function makeReady(client: QueryClient): void {
  void client.prefetchQuery(quickRepliesQuery);
  void client.prefetchQuery(labelsQuery);
  void client.prefetchQuery(departmentsQuery);
  const parts = [
    import("./conversation-pane"),
    import("./assign-menu"),
    import("./snooze-menu"),
    import("./transfer-dialog"),
    import("./closing-dialog"),
    import("@/components/labels/label-picker"),
    import("@/components/search/search-results"),
    import("@/components/quick-replies/slash-menu"),
    import("@/components/palette/palette"),
  ];
  // What does not come now is asked for again when it is opened.
  for (const part of parts) part.catch(() => undefined);
}
