/** Which requests or accounts: all that is given must agree. */
export interface Subject {
  category?: string;
  /** The organisation's name, as Patchbay sends it. */
  organization?: string;
  origin_id?: string;
  /** The app's slug. */
  integration?: string;
}

export interface RequestFilter extends Subject {
  method?: string;
  /** `*` stands for any characters. */
  path?: string;
  account_id?: string;
  /** Only those with a greater `seq`. */
  after?: number;
}

/** A request that the sandbox received from Patchbay; secrets are `***`. */
export interface Received {
  seq: number;
  at: string;
  method: string;
  path: string;
  query: string | null;
  category: string | null;
  origin_id: string | null;
  organization: string | null;
  integration: string | null;
  account_id: string | null;
  /** The fields of a link token's body, else null. */
  body: Record<string, unknown> | null;
  /** What was answered; null while it runs or when the connection was cut. */
  status: number | null;
  fault: string | null;
}

/** An account as the other side has it. */
export interface Account {
  id: string;
  category: string;
  origin_id: string;
  organization: string;
  email: string;
  integration: string | null;
  status: "COMPLETE" | "INCOMPLETE" | "RELINK_NEEDED" | "IDLE";
  account_type: string;
  account_token: string | null;
  is_duplicate: boolean | null;
}

/** What goes wrong, for which requests, how often. Always name an organisation: other tests share the sandbox. */
export interface Fault {
  kind:
    | "bad_request"
    | "bad_key"
    | "bad_account_token"
    | "forbidden"
    | "not_found"
    | "throttled"
    | "server_error"
    | "bad_gateway"
    | "unavailable"
    | "status"
    | "slow"
    | "cut"
    | "cut_body"
    | "truncated_json"
    | "wrong_content_type"
    | "hang";
  match: Omit<RequestFilter, "after"> & { header?: { name: string; value: string } };
  /** How many times; for ever without it. */
  times?: number;
  delay_ms?: number;
  /** The call takes effect and only its answer is lost. */
  after?: boolean;
  /** For `throttled`, in seconds. */
  retry_after?: number;
  /** For `bad_request`. */
  fields?: unknown;
  /** For `status`. */
  status?: number;
  body?: unknown;
}

/** The sandbox's control interface (sandbox/README.md): ask what it was asked, and make it misbehave. */
export class Sandbox {
  readonly #url: string;
  readonly #armed = new Set<number>();

  constructor(url: string) {
    this.#url = url;
  }

  /** One call below `/_sandbox/`; the answer's JSON, or null when it has none. */
  async call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(new URL(`/_sandbox/${path}`, this.#url), {
      method,
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /_sandbox/${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : null) as T;
  }

  async accounts(filter: Subject & { status?: Account["status"] } = {}): Promise<Account[]> {
    return (await this.call<{ accounts: Account[] }>("GET", `accounts${query(filter)}`)).accounts;
  }

  /** What Patchbay asked, oldest first. */
  async requests(filter: RequestFilter = {}): Promise<Received[]> {
    return (await this.call<{ requests: Received[] }>("GET", `requests${query(filter)}`)).requests;
  }

  /** Does what a person does in the window, without one. */
  async link(linkToken: string, integration?: string): Promise<{ public_token: string; account: Account }> {
    return this.call("POST", "link", { link_token: linkToken, integration });
  }

  /** The credentials of an account stop working. */
  async expire(accountId: string): Promise<Account> {
    return this.call("POST", `accounts/${accountId}/expire`);
  }

  /** Takes an account away on the other side. */
  async remove(accountId: string): Promise<void> {
    await this.call("DELETE", `accounts/${accountId}`);
  }

  /** Arms a fault and returns its id. It ends with the test. */
  async fault(fault: Fault): Promise<number> {
    const { id } = await this.call<{ id: number }>("POST", "faults", fault);
    this.#armed.add(id);
    return id;
  }

  /** Lets the requests go on that hang in this fault. */
  async release(faultId: number): Promise<void> {
    await this.call("POST", `faults/${faultId}/release`);
  }

  /** Ends this fault, or all that this test armed. */
  async clear(faultId?: number): Promise<void> {
    for (const id of faultId === undefined ? [...this.#armed] : [faultId]) {
      this.#armed.delete(id);
      await this.call("DELETE", `faults/${id}`);
    }
  }

  /** Moves the sandbox's clock. All tests of the same worker share it. */
  async advance(seconds: number): Promise<void> {
    await this.call("POST", "clock", { seconds });
  }
}

function query(filter: object): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
}
