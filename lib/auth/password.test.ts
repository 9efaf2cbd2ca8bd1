import bcrypt from "bcryptjs";
import { describe, expect, it, vi } from "vitest";
import { hashPassword, passwordFits } from "./password";
import { checkNewPassword } from "./password-rule";

describe("a password", () => {
  it("is kept as bcrypt of cost 12, and fits itself alone", async () => {
    const hash = await hashPassword("seven green bicycles");
    expect(bcrypt.getRounds(hash)).toBe(12);
    expect(await passwordFits("seven green bicycles", hash)).toBe(true);
    expect(await passwordFits("seven green bicycle", hash)).toBe(false);
  });

  it("counts to its last character, beyond the 72 bytes that bcrypt reads", async () => {
    const long = "ä".repeat(60);
    const hash = await hashPassword(`${long}1`);
    expect(await passwordFits(`${long}1`, hash)).toBe(true);
    expect(await passwordFits(`${long}2`, hash)).toBe(false);
  });

  it("counts beyond a zero byte", async () => {
    const hash = await hashPassword("start\0end one");
    expect(await passwordFits("start\0end two", hash)).toBe(false);
    expect(await passwordFits("start\0end one", hash)).toBe(true);
  });

  it("fits however its accents are typed", async () => {
    const hash = await hashPassword("caf\u00e9 caf\u00e9 caf\u00e9");
    expect(await passwordFits("cafe\u0301 cafe\u0301 cafe\u0301", hash)).toBe(true);
  });

  it("of an account that does not exist costs the same work as a wrong one, and never fits", async () => {
    const compare = vi.spyOn(bcrypt, "compare");
    expect(await passwordFits("seven green bicycles", null)).toBe(false);
    const [[, against] = []] = compare.mock.calls;
    compare.mockRestore();
    expect(bcrypt.getRounds(String(against))).toBe(12);
  });
});

describe("a new password", () => {
  const about = { email: "maria.keller@example.test", name: "Maria Keller" };
  const refusal = (password: string) => {
    try {
      checkNewPassword(password, about);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each(["seven green bicycles", "Tr0ub4dor&3x", "日本語のパスワードです", "maria.keller likes tea"])(
    "like %s is taken",
    (password) => {
      expect(refusal(password)).toBeNull();
    },
  );

  it.each(["short pw", "äöü äöü ä"])("like %s is too short", (password) => {
    expect(refusal(password)).toMatch(/at least 10/);
  });

  it.each(["x y".repeat(80)])("of 240 characters is too long", (password) => {
    expect(refusal(password)).toMatch(/at most 200/);
  });

  it.each([
    "1234567890",
    "9876543210",
    "abcdefghij",
    "aaaaaaaaaaaa",
    "Password2026!",
    "qwertyuiop1",
    "maria.keller1",
    "Maria Keller!",
  ])("like %s is too easy to guess", (password) => {
    expect(refusal(password)).toMatch(/easy to guess/);
  });
});
