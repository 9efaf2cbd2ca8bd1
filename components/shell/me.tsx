"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Output } from "@/components/api";
import type { ReadMe } from "@/lib/auth/schemas";
import type { Permission } from "@/lib/auth/types";

export type Me = Output<typeof ReadMe>;

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is signed in to this workspace. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe needs a MeProvider around it.");
  return me;
}

/** Whether to show what a permission opens; the server decides for itself. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
