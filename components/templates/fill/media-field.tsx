"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleCheck, Upload, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { uploadFile } from "@/components/api";
import { useProblemWords } from "@/components/shell/use-problem-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { MediaValue } from "@/lib/templates/types";

type MediaFieldProps = {
  kind: "image" | "video" | "document";
  label: string;
  error: string | undefined;
  id: string;
  value: MediaValue | null;
  onChange: (value: MediaValue | undefined) => void;
};

const accepts = { image: "image/*", video: "video/mp4,video/3gpp", document: "*/*" };

/** A header's file: by a public link, or from this device. */
export function MediaField({ kind, label, error, id, value, onChange }: MediaFieldProps) {
  const t = useTranslations("templates.form");
  const problemWords = useProblemWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(0);
  const cancel = useRef<AbortController>(null);
  useEffect(() => () => cancel.current?.abort(), []);
  const upload = useMutation({
    mutationFn: (file: File) => {
      cancel.current = new AbortController();
      setDone(0);
      return uploadFile(file, { as: null, onProgress: setDone, signal: cancel.current.signal });
    },
    onSuccess: (file, { name }) => onChange({ id: file.id, filename: file.filename ?? name }),
  });
  const failure = upload.error ? problemWords(upload.error) : null;
  const words = failure ? [failure.title, failure.nextStep].filter(Boolean).join(" ") : error;
  if (value?.id) {
    return (
      <div className="flex flex-col gap-1">
        <span className="text-sm font-medium">{label}</span>
        <p className="flex h-8.5 items-center gap-2 rounded-md bg-sunken px-2.5" role="status">
          <CircleCheck className="size-4 shrink-0 text-good" aria-hidden="true" />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {t("uploaded", { name: value.filename ?? label })}
          </span>
          <IconButton label={t("dropFile")} onClick={() => onChange(undefined)}>
            <X className="size-4" />
          </IconButton>
        </p>
      </div>
    );
  }
  return (
    <Field label={label} hint={t("fileHint")} error={words}>
      <span className="flex gap-2">
        <Input
          data-slot={id}
          dir="ltr"
          inputMode="url"
          placeholder="https://"
          className="min-w-0 flex-1"
          value={value?.link ?? ""}
          onChange={({ target }) => onChange({ ...value, link: target.value })}
        />
        <Button
          className="h-8.5"
          busy={upload.isPending}
          onClick={() => {
            upload.reset();
            chooser.current?.click();
          }}
        >
          {!upload.isPending && <Upload className="size-3.5" aria-hidden="true" />}
          {upload.isPending ? t("uploading", { done }) : t("upload")}
        </Button>
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        tabIndex={-1}
        accept={accepts[kind]}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) upload.mutate(file);
        }}
      />
    </Field>
  );
}
