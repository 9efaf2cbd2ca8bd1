export type Companion = { memberId: string; isTyping: boolean };

const none: readonly Companion[] = [];

/** Who else is where, as the server last said it. */
export function createCompanyStore() {
  let at: { conversationId: string; companions: readonly Companion[] } | null = null;
  const listeners = new Set<() => void>();
  return {
    set(conversationId: string, companions: readonly Companion[]) {
      at = { conversationId, companions };
      for (const listener of listeners) listener();
    },
    of: (conversationId: string) => (at?.conversationId === conversationId ? at.companions : none),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type CompanyStore = ReturnType<typeof createCompanyStore>;
