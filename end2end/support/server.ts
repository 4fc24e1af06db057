import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Database = "sqlite" | "postgres";

const root = resolve(import.meta.dirname, "../..");
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** The server's binary: the one named by PATCHBAY_BIN, else what scripts/build.sh left, else cargo's own. */
function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ? resolve(root, process.env.CARGO_TARGET_DIR) : join(root, "target");
  const places = [process.env.PATCHBAY_BIN, join(root, "target/server/patchbay"), join(target, "debug/patchbay")];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error("there is no server to test: run scripts/build.sh, or `make e2e`, which does");
  return found;
}

/** A port that nobody listened on a moment ago. */
async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

async function withPostgres(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * One Patchbay with the sandbox inside it, on ports, in a directory and with a database of its own.
 * The directory is the server's working directory: no `.env` and no `data/` of a developer leak in.
 */
export class Server {
  readonly directory = mkdtempSync(join(tmpdir(), "patchbay-e2e-"));
  readonly database: Database;
  databaseURL = "";
  baseURL = "";
  sandboxURL = "";

  #env: Record<string, string>;
  #process: ChildProcess | undefined;
  #ended: Promise<string> = Promise.resolve("never started");
  #log = "";
  #postgresName = "";

  private constructor(database: Database, env: Record<string, string>) {
    this.database = database;
    this.#env = env;
  }

  /** Starts a server and waits until it is ready. `env` comes on top of what a test needs; "" takes a variable away. */
  static async start(database: Database, env: Record<string, string> = {}): Promise<Server> {
    const server = new Server(database, env);
    try {
      copyFileSync(join(root, "Leptos.toml"), join(server.directory, "Leptos.toml"));
      if (database === "postgres") {
        server.#postgresName = `patchbay_${randomBytes(8).toString("hex")}`;
        await withPostgres(`CREATE DATABASE ${server.#postgresName}`);
        const url = new URL(process.env.TEST_POSTGRES_URL ?? "");
        url.pathname = `/${server.#postgresName}`;
        server.databaseURL = url.href;
      } else {
        server.databaseURL = `sqlite://${join(server.directory, "patchbay.db")}`;
      }
      await server.#launchOnFreePorts();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** What the server printed since `from`, a number that `mark` gave; everything without one. */
  log(from = 0): string {
    return this.#log.slice(from);
  }

  mark(): number {
    return this.#log.length;
  }

  /** Ends the process, politely or not, and leaves its data; `restart` takes them up again. */
  async kill(signal: "SIGTERM" | "SIGKILL" = "SIGKILL"): Promise<void> {
    const process = this.#process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill(signal);
    const late = new AbortController();
    const timer = pause(STOP_WITHIN_MS, undefined, { signal: late.signal }).then(
      () => process.kill("SIGKILL"),
      () => undefined,
    );
    await this.#ended;
    late.abort();
    await timer;
  }

  /** Starts again with the same data, addresses and environment. */
  async restart(env: Record<string, string> = {}): Promise<void> {
    await this.kill("SIGTERM");
    Object.assign(this.#env, env);
    await this.#launch();
  }

  async stop(): Promise<void> {
    await this.kill("SIGTERM");
    if (this.#postgresName) await withPostgres(`DROP DATABASE IF EXISTS ${this.#postgresName} WITH (FORCE)`);
    rmSync(this.directory, { recursive: true, force: true });
  }

  async #launchOnFreePorts(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      this.baseURL = `http://127.0.0.1:${await freePort()}`;
      this.sandboxURL = `http://127.0.0.1:${await freePort()}`;
      const from = this.mark();
      try {
        return await this.#launch();
      } catch (error) {
        // Somebody was quicker to the port.
        if (attempt < 5 && /in use|EADDRINUSE/i.test(this.log(from))) continue;
        throw error;
      }
    }
  }

  /** Runs another command of the binary to its end, beside the server and over the same database. */
  async command(args: string[], input = ""): Promise<void> {
    const child = spawn(binary(), args, { cwd: this.directory, env: this.#environment(), stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    const hear = (chunk: string) => {
      said += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.stdin.end(input);
    const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
    if (code !== 0) throw new Error(`patchbay ${args.join(" ")} ended with ${code}: ${said}`);
  }

  #environment(): Record<string, string> {
    const env: Record<string, string> = {
      PATH: process.env.PATH ?? "",
      DATABASE_URL: this.databaseURL,
      LEPTOS_SITE_ADDR: new URL(this.baseURL).host,
      LEPTOS_SITE_ROOT: process.env.LEPTOS_SITE_ROOT ?? join(root, "target/site"),
      PUBLIC_URL: this.baseURL,
      SANDBOX_ADDR: new URL(this.sandboxURL).host,
      SIGN_UP: "open",
      // A journey does in a minute what a company's customer does in a day.
      UPSTREAM_REQUESTS_PER_MINUTE: "6000",
      RUST_LOG: process.env.RUST_LOG ?? "info",
      RUST_BACKTRACE: "1",
      NO_COLOR: "1",
      ...this.#env,
    };
    for (const [name, value] of Object.entries(env)) if (value === "") delete env[name];
    return env;
  }

  async #launch(): Promise<void> {
    const child = spawn(binary(), [], { cwd: this.directory, env: this.#environment(), stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    let end = "";
    this.#ended = new Promise((done) => {
      child.once("error", (error) => done((end = String(error))));
      child.once("close", (code, signal) => done((end = `ended with ${signal ?? code}`)));
    });
    const append = (chunk: string) => {
      this.#log += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", append);
    child.stderr.setEncoding("utf8").on("data", append);

    const deadline = Date.now() + READY_WITHIN_MS;
    let last = "no answer";
    while (!end && Date.now() < deadline) {
      try {
        const answer = await fetch(`${this.baseURL}/readyz`, { signal: AbortSignal.timeout(2_000) });
        if (answer.status === 200) return;
        last = `${answer.status} ${await answer.text()}`;
      } catch (error) {
        last = String(error);
      }
      await pause(25);
    }
    await this.kill("SIGKILL");
    throw new Error(`the server is not ready: ${end || last}\n${this.#log}`);
  }
}
