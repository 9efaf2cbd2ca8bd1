"use client";

import { useTranslations } from "next-intl";
import type { Filter } from "@/components/conversations/filter";
import { narrowingCount } from "@/components/conversations/filter";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { conversationSorts } from "@/lib/conversations/types";
import { useFilterFields, withField } from "./use-filter-fields";

/** Every part of a filter; the list follows at once, and so does the URL. */
export default function FilterBuilder({ url, onClose }: { url: InboxUrl; onClose: () => void }) {
  const t = useTranslations("inbox.filters");
  const fields = useFilterFields();
  const { filter } = url;
  const clear = () => url.show({ view: filter.view === "department" ? "all" : filter.view, departmentId: null });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        {fields.map(({ key, label, options }) => (
          <Field key={key} label={label}>
            <Select
              value={String(filter[key] ?? "")}
              onChange={(event) => url.show(withField(filter, key, event.target.value))}
            >
              <option value="">{t("any")}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Field label={t("sort")} className="mt-2.5">
        <Select value={filter.sort ?? "newest"} onChange={(event) => url.show(sorted(filter, event.target.value))}>
          {conversationSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="mt-3 flex justify-end gap-2">
        <Button onClick={clear} disabled={narrowingCount(filter) === 0 && filter.sort === undefined}>
          {t("clear")}
        </Button>
        <Button type="submit" variant="primary">
          {t("done")}
        </Button>
      </div>
    </form>
  );
}

function sorted({ sort: _, ...rest }: Filter, sort: string): Filter {
  const known = conversationSorts.find((each) => each === sort);
  return known === undefined || known === "newest" ? rest : { ...rest, sort: known };
}
