import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Server } from "./server.ts";

// Node 20 has no SQLite of its own; Python has, and the build needs it anyway.
const program = `
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=20)
database.row_factory = sqlite3.Row
rows = [dict(row) for row in database.execute(sys.argv[2])]
database.commit()
print(json.dumps(rows))
`;

/**
 * One statement on the server's own database, for what a journey cannot wait for (a minute, a day) or cannot see.
 * It must read the same in SQLite and Postgres.
 */
export async function sql<Row = Record<string, unknown>>(server: Server, statement: string): Promise<Row[]> {
  if (server.database === "sqlite") {
    const file = fileURLToPath(server.databaseURL.replace("sqlite:", "file:"));
    return JSON.parse(execFileSync("python3", ["-c", program, file, statement], { encoding: "utf8" })) as Row[];
  }
  const client = new pg.Client({ connectionString: server.databaseURL });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}
