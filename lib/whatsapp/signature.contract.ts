import { expect, test } from "vitest";
import { foreignFiles } from "@/test/payloads/read";
import { isSignedBy } from "./signature";

type Vectors = {
  app_secret: string;
  vectors: {
    name: string;
    raw_body_base64: string;
    header_x_hub_signature_256: string;
    expect_valid: boolean;
  }[];
};

const file = foreignFiles("payloads").find(({ name }) => name === "signature-vectors");
const { app_secret, vectors }: Vectors = JSON.parse(new TextDecoder().decode(file?.bytes));

test.each(vectors)("$name: valid is $expect_valid", (vector) => {
  const body = Buffer.from(vector.raw_body_base64, "base64");
  expect(isSignedBy([app_secret], body, vector.header_x_hub_signature_256)).toBe(vector.expect_valid);
});
