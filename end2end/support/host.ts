import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const html = readFileSync(join(import.meta.dirname, "../pages/host.html"), "utf8");
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What is wrong with what a product signs. */
export type Flaw = "signature" | "expired" | "replayed" | "audience";

/**
 * A product with a pane for the apps, on a site that is not Patchbay's: `localhost` and 127.0.0.1 are strangers to a browser.
 * It signs for one person; `?flaw=` says what is wrong with it.
 */
export class Host {
  readonly key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  readonly person = { sub: "person-1", org: randomUUID(), org_name: "Ledgerly customer", name: "Dana Kim", email: "dana@ledgerly.example", role: "admin" };
  origin = "";
  /** Where Patchbay is. */
  patchbay = "";

  #server: HttpServer | undefined;
  #again = "";

  static async start(): Promise<Host> {
    const host = new Host();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", host.origin);
      if (url.pathname === "/token") return response.end(host.sign((url.searchParams.get("flaw") ?? undefined) as Flaw | undefined));
      if (url.pathname !== "/") return response.writeHead(url.pathname === "/favicon.ico" ? 204 : 404).end();
      return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html.replaceAll("%PATCHBAY%", host.patchbay));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    host.#server = server;
    host.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    return host;
  }

  /** What a server needs to know of this product. */
  get environment(): Record<string, string> {
    return { EMBED_ORIGINS: this.origin, EMBED_JWT_KEYS: `${this.origin}:k1:HS256:${this.key}` };
  }

  sign(flaw?: Flaw): string {
    if (flaw === "replayed" && this.#again) return this.#again;
    const now = Math.floor(Date.now() / 1000) - (flaw === "expired" ? 90 : 0);
    const claims = { iss: this.origin, aud: flaw === "audience" ? "https://elsewhere.example" : this.patchbay, iat: now, exp: now + 60, jti: randomUUID() };
    const signed = `${base64url({ alg: "HS256", kid: "k1" })}.${base64url({ ...claims, ...this.person })}`;
    const key = flaw === "signature" ? "another key" : Buffer.from(this.key, "base64url");
    const token = `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
    if (flaw === "replayed") this.#again = token;
    return token;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  }
}
