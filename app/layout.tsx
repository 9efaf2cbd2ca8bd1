import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { ReadingDirection } from "@/components/ui/reading-direction";
import { directionOf } from "@/lib/languages";

export const metadata: Metadata = {
  title: { default: "Parley", template: "%s · Parley" },
  description: "The contact centre on WhatsApp.",
  robots: { index: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f4" },
    { media: "(prefers-color-scheme: dark)", color: "#131412" },
  ],
};

/** Reads cookies, which makes every page dynamic: a nonce of the content security policy can only be in such a page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const direction = directionOf(locale);
  const { common } = await getMessages();
  const kept = await cookies();
  const theme = kept.get("theme")?.value;
  const isCompact = kept.get("density")?.value === "compact";
  return (
    <html
      lang={locale}
      dir={direction}
      data-theme={theme === "light" || theme === "dark" ? theme : "system"}
      data-density={isCompact ? "compact" : "comfortable"}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider messages={{ common }}>
          <ReadingDirection direction={direction}>{children}</ReadingDirection>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
