"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";

/** Copies a value, and says so for two seconds. */
export function CopyButton({ value, label, copiedLabel }: { value: string; label: string; copiedLabel: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <Button onClick={() => void copy()}>
      {copied ? <Check className="size-3.5 text-good" /> : <Copy className="size-3.5" />}
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  );
}
