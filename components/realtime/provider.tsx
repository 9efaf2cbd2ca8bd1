"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { createConnection, type LiveState } from "./connection";
import { createRefresh } from "./refresh";

const Live = createContext<{ state: LiveState; startAt: (cursor: string) => void }>({
  state: "connecting",
  startAt: () => undefined,
});

type ProviderProps = { workspace: string; memberId: string; onSignedOut: () => void; children: ReactNode };

/** Keeps everything read under it in step with the workspace. One in a page. */
export function RealtimeProvider({ workspace, memberId, onSignedOut, children }: ProviderProps) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const snapshot = useRef<string | null>(null);
  const [startAt] = useState(() => (cursor: string) => {
    snapshot.current ??= cursor;
  });

  useEffect(() => {
    const refresh = createRefresh(client, memberId);
    const connection = createConnection({
      workspace,
      apply: refresh.apply,
      everything: refresh.everything,
      onState: setState,
      onSignedOut,
    });
    void connection.open(snapshot.current);
    return connection.close;
  }, [client, workspace, memberId, onSignedOut]);

  return <Live value={{ state, startAt }}>{children}</Live>;
}

export function useLiveState(): LiveState {
  return useContext(Live).state;
}

/**
 * Says which moment of the event log the page was rendered from, so that nothing between the server's read and the
 * first event is missed. A child's effect runs before the provider's, which connects.
 */
export function useSnapshotCursor(cursor: string): void {
  const { startAt } = useContext(Live);
  useEffect(() => startAt(cursor), [startAt, cursor]);
}
