import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The Chromium that the system installed, or nothing: then Playwright's own is used. */
export function systemChromium(): string | undefined {
  if (process.env.PATCHBAY_CHROMIUM) return process.env.PATCHBAY_CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        // Ubuntu's `chromium-browser` only points at a snap, which does not run in a container.
        if (!readFileSync(path).subarray(0, 4096).includes("snap")) return path;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

/** Chromium's own background traffic is off; its sandbox is off only where it cannot run, as root. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // Letters are drawn alike whatever the machine thinks of them.
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
