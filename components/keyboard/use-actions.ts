"use client";

import { useEffect, useRef } from "react";
import { type ExtraAction, type Handlers, registerActions, registerExtraActions } from "./registry";

/** Says what actions of the one table do while this is on the page: by key, and from the palette. */
export function useActions(handlers: Handlers, { over = false } = {}): void {
  const present = useRef(handlers);
  useEffect(() => {
    present.current = handlers;
  });
  useEffect(() => registerActions(() => present.current, over), [over]);
}

/** The same for actions that the workspace has made up: each brings its words and its keys. */
export function useExtraActions(list: readonly ExtraAction[]): void {
  const present = useRef(list);
  useEffect(() => {
    present.current = list;
  });
  useEffect(() => registerExtraActions(() => present.current), []);
}
