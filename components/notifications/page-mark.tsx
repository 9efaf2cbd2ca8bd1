"use client";

import { useEffect } from "react";
import { drawIcon, showIcon } from "./favicon";
import { withCount } from "./title";
import { useNeedsMe } from "./use-needs-me";

/** What needs me, in the title and the icon of the page. */
export function PageMark() {
  const count = useNeedsMe();
  useEffect(() => {
    const mark = () => {
      const marked = withCount(document.title, count);
      if (marked !== document.title) document.title = marked;
    };
    mark();
    // Each page that is gone to brings its own title.
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [count]);
  useEffect(() => {
    let isOver = false;
    void drawIcon(count).then((icon) => !isOver && showIcon(icon));
    if ("setAppBadge" in navigator) {
      void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
    }
    return () => {
      isOver = true;
    };
  }, [count]);
  return null;
}
