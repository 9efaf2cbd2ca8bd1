"use client";

import { useEffect } from "react";
import { registerWorker, subscribeAgain } from "./push";
import { permissionNow } from "./show";

const ONCE = "parley.push-sent";

/** Registers the page's helper, and brings an old subscription over to this sign-in. */
export function Background() {
  useEffect(() => {
    const start = async () => {
      await registerWorker();
      if (permissionNow() !== "granted" || sessionStorage.getItem(ONCE)) return;
      sessionStorage.setItem(ONCE, "1");
      await subscribeAgain();
    };
    // Nothing on the page waits for it; what fails is tried at the next page.
    void start().catch(() => sessionStorage.removeItem(ONCE));
  }, []);
  return null;
}
