import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/scripts/support/root.mjs";

const packages = ["@fontsource-variable", "@expo-google-fonts/noto-color-emoji", "@expo-google-fonts/noto-sans-arabic"];

/**
 * A font configuration for a machine that may have no fonts: those unpacked beside the browser, and from npm those for emoji
 * and Arabic, which it lacks.
 * @returns the path of the configuration
 */
export function writeFontConfiguration(folder: string): string {
  const folders = [join(folder, "fonts"), ...packages.map((name) => join(root, "node_modules", name))];
  const file = join(folder, "fonts.conf");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((each) => `  <dir>${each}</dir>`).join("\n")}
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
</fontconfig>
`,
  );
  return file;
}
