// What the page stands in: skip link, header, account menu, command palette.

import { Icon } from "./icon.jsx";

export function Frame({ me, attention, children }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <div className="top-in">
          <Brand />
          <nav aria-label="Main">
            <ul>
              <li>
                <a href="/apps" aria-current="page">
                  App Center
                </a>
              </li>
              <li>
                <a href="/connected">
                  Connected Apps
                  <span className="count" id="attention" hidden={attention === 0}>
                    <span aria-hidden="true">{attention}</span>
                    <span className="sr-only">{attention === 1 ? "1 needs attention" : `${attention} need attention`}</span>
                  </span>
                </a>
              </li>
            </ul>
          </nav>
          <a className="seek" id="seek" href="/apps" data-keys="Control+K">
            <Icon glyph="search" />
            <span>Search</span>
            <kbd aria-hidden="true">Ctrl K</kbd>
          </a>
          <AccountMenu me={me} />
          <Palette />
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Brand() {
  return (
    <a className="brand" href="/apps">
      <svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" aria-hidden="true">
        <rect x="2.5" y="2.5" width="19" height="19" rx="6" />
        <circle cx="8.3" cy="9" r="1.8" fill="currentColor" stroke="none" />
        <circle cx="15.7" cy="15" r="1.8" fill="currentColor" stroke="none" />
        <path d="M8.3 10.5c0 4.5 7.4 0.5 7.4 4.5" />
      </svg>
      <span className="ellipsis">Patchbay</span>
    </a>
  );
}

function AccountMenu({ me }) {
  const initials = me.name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return (
    <div className="me">
      <button type="button" popoverTarget="account-menu" aria-label={`${me.organization_name}, ${me.name}: account and theme`}>
        <span className="ellipsis">{me.organization_name}</span>
        <span className="avatar" aria-hidden="true">
          {initials}
        </span>
      </button>
      <div className="menu" id="account-menu" popover="auto" role="group" aria-label="Account">
        <div className="menu-who">
          <p>
            <strong>{me.name}</strong>
          </p>
          <p className="meta">{me.email}</p>
          <p className="meta">{me.organization_name}</p>
        </div>
        <div className="menu-part">
          <h2 id="theme-title">Theme</h2>
          <div className="segments" role="group" aria-labelledby="theme-title">
            {["system", "light", "dark"].map((theme) => (
              <form key={theme} id={`theme-${theme}`} method="post" action="/api/page/theme">
                <input type="hidden" name="theme" value={theme} />
                <button aria-pressed={theme === "system"}>{theme[0].toUpperCase() + theme.slice(1)}</button>
              </form>
            ))}
          </div>
        </div>
        <div className="menu-part">
          <a className="btn wide" href="/settings">
            Settings
          </a>
        </div>
        <div className="menu-part">
          <form id="sign-out" method="post" action="/api/auth/sign-out">
            <button className="btn wide">Sign out</button>
          </form>
        </div>
      </div>
    </div>
  );
}

function Palette() {
  return (
    <dialog className="palette" id="palette" aria-label="Search apps and actions">
      <div className="palette-field">
        <Icon glyph="search" size={20} />
        <input
          type="text"
          role="combobox"
          aria-label="Search apps and actions"
          aria-expanded="false"
          aria-controls="palette-list"
          aria-autocomplete="list"
          placeholder="Search or jump to…"
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck="false"
          enterKeyHint="go"
        />
        <span className="spinner" aria-hidden="true" />
        <form method="dialog">
          <button className="btn icon" aria-label="Close">
            <Icon glyph="close" size={18} />
          </button>
        </form>
      </div>
      <p className="notice error" role="alert" hidden>
        <span>
          We couldn't reach the server. Check your connection and try again.{" "}
          <button className="text-button" type="button">
            Try again
          </button>
        </span>
      </p>
      <p className="notice error" role="alert" hidden>
        <span>
          You've been signed out. Sign in again to go on. <a href="/sign-in">Sign in</a>
        </span>
      </p>
      <div className="palette-found" />
      <p className="sr-only" role="status" />
      <p className="palette-keys" aria-hidden="true">
        <kbd>↑</kbd>
        <kbd>↓</kbd> to move <kbd>↵</kbd> to go <kbd>Esc</kbd> to close
      </p>
    </dialog>
  );
}
