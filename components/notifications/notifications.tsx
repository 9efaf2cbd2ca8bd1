"use client";

import { Activity } from "@/components/availability/activity";
import { Background } from "./background";
import { Notifier } from "./notifier";
import { PageMark } from "./page-mark";

/** What tells the member of things, and tells the server that the member is here. One in a page. */
export function Notifications() {
  return (
    <>
      <PageMark />
      <Notifier />
      <Background />
      <Activity />
    </>
  );
}
