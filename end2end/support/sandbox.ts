/** The sandbox's control interface (sandbox/README.md), for asking what it was asked and for making it misbehave. */
export class Sandbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** GET or, with a body, POST below `/_sandbox/`; the answer's JSON. */
  async call<T = unknown>(path: string, body?: unknown): Promise<T> {
    const url = new URL(`/_sandbox/${path.replace(/^\//, "")}`, this.#url);
    const answer = await fetch(
      url,
      body === undefined
        ? {}
        : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) },
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : null) as T;
  }
}
