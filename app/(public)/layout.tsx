import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

// Some of these addresses hold a one-time token, which must not travel on or be found.
export const metadata: Metadata = { referrer: "same-origin", robots: { index: false, follow: false } };

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("public");
  const { problems, public: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ problems, public: words }}>
      <main className="mx-auto flex min-h-dvh w-full max-w-100 flex-col justify-center px-4 py-10">
        <p className="mb-6 text-center text-xl font-semibold tracking-tight text-accent">{t("brand")}</p>
        {children}
      </main>
    </NextIntlClientProvider>
  );
}
