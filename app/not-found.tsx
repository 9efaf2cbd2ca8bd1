import { Compass } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Compass />}
        title={t("title")}
        action={
          <Link href="/" className={buttonLook()}>
            {t("home")}
          </Link>
        }
      >
        {t("words")}
      </EmptyState>
    </main>
  );
}
