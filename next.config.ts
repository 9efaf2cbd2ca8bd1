import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // The optimiser fetches and decodes what it is pointed at; pictures of customers do not go through it.
  images: { unoptimized: true },
  serverExternalPackages: ["nodemailer", "pg", "pino", "prom-client", "socket.io", "undici"],
  // `npm run check` has looked at the types already, those of the tests too; a start from a fresh clone need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // In development, pages are opened through the engine, whose host name may be another one.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
};

export default createNextIntlPlugin("./lib/web/i18n.ts")(config);
