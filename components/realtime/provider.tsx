"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { type CompanyStore, createCompanyStore } from "@/components/company/store";
import { compareCursors } from "@/lib/events/types";
import { createConnection, type LiveState } from "./connection";
import { createRefresh } from "./refresh";

type CompanyLine = { look: (conversationId: string | null, isTyping: boolean) => void; store: CompanyStore };

const Company = createContext<CompanyLine | null>(null);

const Live = createContext<{ state: LiveState; startAt: (cursor: string) => void }>({
  state: "connecting",
  startAt: () => undefined,
});

type ProviderProps = {
  workspace: string;
  memberId: string;
  /** The moment of the event log before which the server read what stands on every page. */
  cursor: string;
  onSignedOut: () => void;
  children: ReactNode;
};

/** Keeps everything read under it in step with the workspace. One in a page. */
export function RealtimeProvider({ workspace, memberId, cursor, onSignedOut, children }: ProviderProps) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const connected = useRef<ReturnType<typeof createConnection> | null>(null);
  const earliest = useRef(cursor);
  const [startAt] = useState(() => (snapshot: string) => {
    if (connected.current) connected.current.replay(snapshot);
    else if (compareCursors(snapshot, earliest.current) < 0) earliest.current = snapshot;
  });
  const [line] = useState<CompanyLine>(() => ({
    look: (conversationId, isTyping) => connected.current?.say(conversationId, isTyping),
    store: createCompanyStore(),
  }));

  useEffect(() => {
    const refresh = createRefresh(client, memberId);
    const connection = createConnection({
      workspace,
      apply: refresh.apply,
      everything: refresh.everything,
      onRepaired: refresh.catchUp,
      onState: setState,
      onSignedOut,
      onCompany: line.store.set,
    });
    connected.current = connection;
    void connection.open(earliest.current);
    return () => {
      connected.current = null;
      connection.close();
    };
  }, [client, workspace, memberId, onSignedOut, line]);

  return (
    <Live value={{ state, startAt }}>
      <Company value={line}>{children}</Company>
    </Live>
  );
}

export function useLiveState(): LiveState {
  return useContext(Live).state;
}

/** The way to say where one looks, and to hear who else does. */
export function useCompanyLine(): CompanyLine {
  const line = useContext(Company);
  if (!line) throw new Error("useCompanyLine needs a RealtimeProvider around it.");
  return line;
}

/**
 * Says which moment of the event log a page was rendered from, so that nothing is missed of what happened between the
 * server's read and the page's being here. On the first load a child's effect runs before the provider's, which connects.
 */
export function useSnapshotCursor(cursor: string): void {
  const { startAt } = useContext(Live);
  useEffect(() => startAt(cursor), [startAt, cursor]);
}
