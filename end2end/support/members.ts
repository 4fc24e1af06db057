import type { Server } from "./server.ts";
import type { Organisation } from "./test.ts";
import { unique } from "./unique.ts";

/** Somebody of an organisation who may look but not connect. */
export async function addMember(server: Server, admin: Organisation): Promise<{ name: string; email: string; password: string }> {
  const word = unique();
  const member = { name: "Milo Member", email: `milo-${word}@example.com`, password: `battery staple ${word}` };
  await server.command(["member", "add", admin.email, member.name, member.email], `${member.password}\n`);
  return member;
}
