import { randomBytes } from "node:crypto";
import type { Server } from "./server.ts";
import type { Organisation } from "./test.ts";

/** Somebody of an organisation who may look but not connect. */
export async function addMember(server: Server, admin: Organisation): Promise<{ name: string; email: string; password: string }> {
  const unique = randomBytes(6).toString("hex");
  const member = { name: "Milo Member", email: `milo-${unique}@example.com`, password: `battery staple ${unique}` };
  await server.command(["member", "add", admin.email, member.name, member.email], `${member.password}\n`);
  return member;
}
