import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** What the person lets happen under "What should happen?" (sandbox/README.md). */
export type Outcome =
  | "success"
  | "wrong_password"
  | "missing_permission"
  | "validation_error"
  | "slow"
  | "exit"
  | "other_account"
  | "other_instance"
  | "new_token";

/** The connection window over a page, as a person sees it: it belongs to the sandbox and lives in a frame. */
export class Window {
  readonly frame: FrameLocator;
  readonly dialog: Locator;

  /** `page` is also a page that lives in a frame itself. */
  constructor(page: Page | FrameLocator) {
    this.frame = page.frameLocator("#merge-link-iframe");
    this.dialog = this.frame.getByTestId("merge-link");
  }

  /** The window is on the screen with this title: "Connect BambooHR", "Reconnect BambooHR", "Choose your HR app". */
  async opens(title: string): Promise<void> {
    await expect(this.dialog.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  }

  /** No window is on the screen. */
  async isClosed(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }

  /** Searches the window's list and takes the app. */
  async pick(name: string): Promise<void> {
    await this.frame.getByTestId("search").fill(name);
    await this.frame.getByTestId("app-list").getByRole("button", { name, exact: true }).click();
    await this.opens(`Connect ${name}`);
  }

  /** Fills in what the app asks for and presses its button. `secret` is the password or the key. */
  async submit(outcome: Outcome = "success", secret = "open sesame"): Promise<void> {
    const button = this.frame.getByTestId("submit");
    await expect(button).toBeVisible();
    const fields = await this.frame.locator("input[data-testid^='field-']").evaluateAll((all) => all.map((one) => one.getAttribute("name")));
    for (const field of fields) {
      await this.frame.getByTestId(`field-${field}`).fill(field === "password" || field === "api_key" ? secret : "acme");
    }
    await this.frame.getByTestId("outcome").selectOption(outcome);
    await button.click();
  }

  /** The window says that it worked. */
  async succeeds(): Promise<void> {
    await expect(this.frame.getByTestId("success")).toBeVisible();
  }

  /** Presses "Done" on the window's last screen. */
  async done(): Promise<void> {
    await this.frame.getByTestId("done").click();
    await this.isClosed();
  }

  /** Goes through the app's screen to the end. */
  async finish(outcome: Outcome = "success"): Promise<void> {
    await this.submit(outcome);
    await this.succeeds();
    await this.done();
  }

  /** Leaves without finishing. */
  async leave(): Promise<void> {
    await this.frame.getByTestId("close").click();
    await this.isClosed();
  }
}
