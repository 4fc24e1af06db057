import { randomBytes } from "node:crypto";

/** A fresh word of letters alone: digits would now and then read as a status code to the check for the vendor's words. */
export function unique(): string {
  return [...randomBytes(12)].map((byte) => "abcdefghijklmnop".charAt(byte & 15)).join("");
}
