// The App Center: the components that the server renders and the browser hydrates.

import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CATEGORIES, SORTS, STATUSES, apply, bySlug, category as categoryOf, face, isConnected, prepare, readQuery, tile, writeQuery } from "./apps.js";
import { connect } from "./connect.js";
import { Frame } from "./frame.jsx";
import { Icon } from "./icon.jsx";

const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
const apps = (count) => `${number(count)} ${count === 1 ? "app" : "apps"}`;
const NONE = [];

export function Page({ data }) {
  return (
    <Frame me={data.me} attention={data.attention}>
      <div className="page-head">
        <h1>App Center</h1>
        <p className="lead">Connect the tools your team already uses.</p>
      </div>
      <AppCenter {...data} />
    </Frame>
  );
}

function AppCenter({ center, me, search, windowScript }) {
  const [query, setQuery] = useState(() => readQuery(search));
  const [states, setStates] = useState(center.states);
  const [offline, setOffline] = useState(false);
  const [choice, setChoice] = useState(null);
  const [busy, setBusy] = useState(null);
  const [remark, setRemark] = useState(null);
  const [said, setSaid] = useState("");
  const entries = useMemo(() => prepare(center.apps), [center.apps]);
  const known = useMemo(() => bySlug(states), [states]);
  const shown = useMemo(() => apply(entries, known, query), [entries, known, query]);

  const go = useCallback((next, step) => {
    setQuery(next);
    const address = location.pathname + writeQuery(next);
    if (step) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }, []);

  const refetch = useCallback(async () => {
    try {
      const answer = await fetch("/api/page/app-center", { cache: "no-store" });
      if (answer.ok) setStates((await answer.json()).states);
      setOffline(false);
    } catch {
      setOffline(true);
    }
  }, []);

  useEffect(() => {
    const back = () => setQuery(readQuery(location.search));
    addEventListener("popstate", back);
    let due;
    const changed = () => {
      clearTimeout(due);
      due = setTimeout(refetch, 150);
    };
    const source = new EventSource("/api/events");
    for (const name of ["hello", "account", "refresh"]) source.addEventListener(name, changed);
    for (const name of ["offline", "online"]) addEventListener(name, changed);
    return () => {
      removeEventListener("popstate", back);
      for (const name of ["offline", "online"]) removeEventListener(name, changed);
      source.close();
    };
  }, [refetch]);

  const begin = useCallback(
    (slug, category) => {
      setBusy(slug);
      setRemark(null);
      connect({
        slug,
        category,
        organization: me.organization_id,
        windowScript,
        tell: ({ connected, sentence, calm }) => {
          setBusy((now) => (now === slug ? null : now));
          if (connected) {
            setSaid(`${connected.integration_name} connected`);
            refetch();
          } else {
            setRemark({ slug, sentence, calm });
          }
        },
      });
    },
    [me.organization_id, windowScript, refetch],
  );

  const ask = useCallback((app, ways) => (ways.length > 1 ? setChoice({ app, ways }) : begin(app.slug, ways[0])), [begin]);

  return (
    <>
      <SearchBar total={center.apps.length} query={query} go={go} />
      <div className="market">
        <Rail categories={center.categories} query={query} counts={shown.counts} go={go} />
        <section className="results" aria-labelledby="results-title">
          <h2 className="sr-only" id="results-title">
            Apps
          </h2>
          <Found count={shown.apps.length} query={query} />
          {center.fallback && <Note glyph="info">Some logos or apps may be missing right now.</Note>}
          {offline && <Note glyph="info">You're offline. This list may be out of date.</Note>}
          {center.may_connect.length === 0 && <Note glyph="info">Ask an admin of your organisation to connect apps.</Note>}
          <ul className="grid">
            {shown.apps.map((app) => (
              <Card
                key={app.slug}
                app={app}
                browsed={query.category}
                states={known.get(app.slug) ?? NONE}
                mayConnect={center.may_connect}
                busy={busy === app.slug}
                remark={remark?.slug === app.slug ? remark : null}
                ask={ask}
              />
            ))}
          </ul>
          {shown.apps.length === 0 && <Nothing query={query} go={go} />}
        </section>
      </div>
      <Chooser choice={choice} close={() => setChoice(null)} begin={begin} />
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
}

function Note({ glyph, children }) {
  return (
    <p className="quiet-note">
      <Icon glyph={glyph} />
      {children}
    </p>
  );
}

function SearchBar({ total, query, go }) {
  const input = useRef(null);
  const clear = () => {
    go({ ...query, q: "" });
    input.current.value = "";
    input.current.focus();
  };
  useEffect(() => {
    if (input.current.value.trim() !== query.q) input.current.value = query.q;
  }, [query.q]);
  useEffect(() => {
    const slash = (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName)) return;
      event.preventDefault();
      input.current.focus();
      input.current.select();
    };
    addEventListener("keydown", slash);
    return () => removeEventListener("keydown", slash);
  }, []);
  return (
    <form className="find" role="search" method="get" action="/apps" onSubmit={(event) => event.preventDefault()}>
      {query.category && <input type="hidden" name="category" value={query.category} />}
      {query.status !== "all" && <input type="hidden" name="status" value={query.status} />}
      <div className="search">
        <Icon glyph="search" size={20} />
        <label className="sr-only" htmlFor="search">
          Search apps
        </label>
        <input
          className="input"
          id="search"
          type="search"
          name="q"
          defaultValue={query.q}
          placeholder={`Search ${apps(total)}`}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck="false"
          enterKeyHint="search"
          aria-keyshortcuts="/"
          ref={input}
          onChange={(event) => go({ ...query, q: event.target.value.trim().slice(0, 100) })}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !query.q) return;
            event.preventDefault();
            clear();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
        <button className="btn icon clear" type="button" aria-label="Clear search" onClick={clear}>
          <Icon glyph="close" size={18} />
        </button>
      </div>
      <div className="sort">
        <label className="sr-only" htmlFor="sort">
          Sort by
        </label>
        <select className="input" id="sort" name="sort" value={query.sort} onChange={(event) => go({ ...query, sort: event.target.value }, true)}>
          {Object.entries(SORTS).map(([slug, label]) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

function Rail({ categories, query, counts, go }) {
  return (
    <div className="rail">
      <nav aria-label="Categories">
        <ul>
          <Chip glyph="all" label="All apps" current={!query.category} count={counts.all} next={{ ...query, category: undefined }} go={go} />
          {categories.map((slug) => (
            <Chip
              key={slug}
              glyph={slug}
              label={categoryOf(slug).label}
              current={query.category === slug}
              count={counts.categories[slug] ?? 0}
              next={{ ...query, category: slug }}
              go={go}
            />
          ))}
        </ul>
      </nav>
      <nav aria-labelledby="rail-status">
        <h2 id="rail-status">Status</h2>
        <ul>
          {["connected", "needs-attention"].map((status) => (
            <Chip
              key={status}
              label={STATUSES[status]}
              current={query.status === status}
              count={counts.statuses[status]}
              next={{ ...query, status: query.status === status ? "all" : status }}
              go={go}
            />
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Chip({ glyph, label, current, count, next, go }) {
  const follow = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(next, true);
  };
  return (
    <li>
      <a className="chip" href={`/apps${writeQuery(next)}`} aria-current={current ? "true" : undefined} onClick={follow}>
        {glyph && <Icon glyph={glyph} size={17} />}
        {label}
        <span className="n">
          {number(count)} <span className="sr-only">{count === 1 ? " app" : " apps"}</span>
        </span>
      </a>
    </li>
  );
}

function Found({ count, query }) {
  const [heard, setHeard] = useState("");
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setHeard(count === 0 ? "No apps found" : `${apps(count)} found`), 600);
    return () => clearTimeout(timer);
  }, [count, query]);
  return (
    <>
      <div className="found">
        <p className="num">{apps(count)}</p>
      </div>
      <p className="sr-only" role="status">
        {heard}
      </p>
    </>
  );
}

function Nothing({ query, go }) {
  const everything = { q: "", category: undefined, status: "all", sort: query.sort };
  return (
    <div className="empty">
      <Icon glyph="search" size={32} />
      <h2>{query.q ? `No apps match “${query.q}”.` : "No apps here yet."}</h2>
      <p>Try another word, or look through all apps.</p>
      <a
        className="btn"
        href={`/apps${writeQuery(everything)}`}
        onClick={(event) => {
          event.preventDefault();
          go(everything, true);
        }}
      >
        {query.q ? "Clear search" : "Show all apps"}
      </a>
      <a className="btn quiet" href={`/request-app?${new URLSearchParams({ name: query.q })}`}>
        Request this app
      </a>
    </div>
  );
}

const BADGES = {
  setup_incomplete: ["neutral", "dashed", "Setup incomplete"],
  syncing: ["info", "sync", "Syncing"],
  connected: ["success", "check", "Connected"],
  reconnect_needed: ["warning", "alert", "Reconnect needed"],
};

function Badge({ state, accounts }) {
  const several = accounts > 1 && (state === "connected" || state === "syncing");
  const [tone, glyph, text] = several ? ["neutral", "plug", `${accounts} accounts`] : BADGES[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon glyph={glyph} size={13} />
      {text}
    </span>
  );
}

function Tile({ name, color, logo }) {
  const { letters, background, ink } = tile(name, color);
  return (
    <div className="tile" aria-hidden="true">
      <svg viewBox="0 0 40 40" width="40" height="40">
        <rect width="40" height="40" fill={background} />
        <text x="20" y="20.5" fill={ink}>
          {letters}
        </text>
      </svg>
      {logo && <img src={logo} alt="" width="40" height="40" loading="lazy" decoding="async" />}
    </div>
  );
}

const Card = memo(function Card({ app, browsed, states, mayConnect, busy, remark, ask }) {
  const { state, accounts } = face(states, browsed);
  return (
    <li className="card">
      <Tile name={app.name} color={app.color} logo={app.square_image} />
      <h3>
        <a href={`/apps/${app.slug}`} title={app.name}>
          {app.name}
        </a>
      </h3>
      <div className="badges">{state !== "not_connected" && <Badge state={state} accounts={accounts} />}</div>
      <p className="purpose">{app.purpose}</p>
      <p className="kind">{app.categories.map((slug) => categoryOf(slug).label).join(" · ")}</p>
      <div className="act">
        <Act app={app} state={state} ways={app.categories.filter((slug) => mayConnect.includes(slug) && (!browsed || slug === browsed))} busy={busy} ask={ask} />
      </div>
      {remark && (
        <p className={remark.calm ? "problem calm" : "problem"} role={remark.calm ? "status" : "alert"}>
          <Icon glyph={remark.calm ? "info" : "alert"} />
          <span>{remark.sentence}</span>
        </p>
      )}
    </li>
  );
});

function Act({ app, state, ways, busy, ask }) {
  if (isConnected(state)) {
    const broken = state === "reconnect_needed";
    return (
      <a className={broken ? "btn" : "btn quiet"} href={`/connected?app=${app.slug}`} aria-label={`${broken ? "Reconnect" : "Manage"} ${app.name}`}>
        {broken ? "Reconnect" : "Manage"}
      </a>
    );
  }
  if (ways.length === 0) return null;
  return (
    <button
      type="button"
      className="btn"
      aria-haspopup={ways.length > 1 ? "dialog" : undefined}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={busy ? undefined : `Connect ${app.name}`}
      onClick={() => !busy && ask(app, ways)}
    >
      {busy && <span className="spinner" aria-hidden="true" />}
      {busy ? "Connecting..." : "Connect"}
    </button>
  );
}

function Chooser({ choice, close, begin }) {
  const dialog = useRef(null);
  useEffect(() => {
    if (choice) dialog.current.showModal();
    else dialog.current.close();
  }, [choice]);
  return (
    <dialog className="dialog" aria-labelledby="choice-title" ref={dialog} onClose={close}>
      <h2 id="choice-title">{choice ? `Connect ${choice.app.name}` : ""}</h2>
      <p className="said">Which part of it do you want to connect? You can add the others later.</p>
      <div className="choices">
        {choice?.ways.map((slug) => (
          <button
            key={slug}
            type="button"
            className="choice"
            onClick={() => {
              dialog.current.close();
              begin(choice.app.slug, slug);
            }}
          >
            <Icon glyph={slug} size={20} />
            <span>
              <strong>{categoryOf(slug).label}</strong>
              <small>{CATEGORIES.find((category) => category.slug === slug).benefit}</small>
            </span>
          </button>
        ))}
      </div>
      <div className="dialog-acts">
        <form method="dialog">
          <button className="btn wide">Cancel</button>
        </form>
      </div>
    </dialog>
  );
}
