import { expect, test } from "vitest";
import { isPublicAddress } from "./address";
import { checkTarget, type TargetRules } from "./target";

function codeOf(url: string, rules: TargetRules = {}): string {
  try {
    return checkTarget(url, rules).guarded ? "guarded" : "open";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test.each([
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["::1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["::ffff:10.0.0.1", false],
  ["64:ff9b::a9fe:a9fe", false],
])("address %s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each(["http://example.com/", "ftp://example.com/", "https://user:secret@example.com/", "no url"])(
  "%s may not be called",
  (url) => {
    expect(codeOf(url)).toBe("forbidden_url");
  },
);

test.each([
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://0x7f.1/",
  "https://169.254.169.254/latest",
  "https://10.0.0.8:8443/",
])("%s leads into a private network however it is written", (url) => {
  expect(codeOf(url)).toBe("forbidden_address");
});

test("a configured origin may be called as it is, and only exactly", () => {
  const rules = { allowOrigins: ["http://127.0.0.1:3100"] };
  expect(codeOf("http://127.0.0.1:3100/v25.0/1", rules)).toBe("open");
  expect(codeOf("http://127.0.0.1:3101/", rules)).toBe("forbidden_url");
  expect(codeOf("https://127.0.0.1:3100/", rules)).toBe("forbidden_url");
  expect(codeOf("https://example.com/", rules)).toBe("forbidden_url");
});

test("host patterns match whole names on the default port", () => {
  const rules = { allowHosts: ["lookaside.fbsbx.com", "*.fbcdn.net"] };
  expect(codeOf("https://lookaside.fbsbx.com/x?mid=1", rules)).toBe("guarded");
  expect(codeOf("https://scontent.xx.fbcdn.net/x", rules)).toBe("guarded");
  expect(codeOf("https://fbcdn.net/", rules)).toBe("forbidden_url");
  expect(codeOf("https://evilfbcdn.net/", rules)).toBe("forbidden_url");
  expect(codeOf("https://lookaside.fbsbx.com.evil.example/", rules)).toBe("forbidden_url");
  expect(codeOf("https://lookaside.fbsbx.com:8443/", rules)).toBe("forbidden_url");
  expect(codeOf("http://lookaside.fbsbx.com/", rules)).toBe("forbidden_url");
});
