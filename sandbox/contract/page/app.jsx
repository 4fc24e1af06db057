// A small page with the official React package.

import { useMergeLink } from "@mergeapi/react-merge-link";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function Connect() {
  const [linkToken, setLinkToken] = useState();
  const [events, setEvents] = useState([]);
  const note = (...event) => setEvents((all) => [...all, event]);
  useEffect(() => {
    window.takeLinkToken = setLinkToken;
    window.noted = () => events;
  });
  const { open, isReady, error } = useMergeLink({
    linkToken,
    shouldSendTokenOnSuccessfulLink: new URLSearchParams(location.search).get("late") !== "1",
    onSuccess: (token, info) => note("success", token, info),
    onExit: () => note("exit"),
    onValidationError: (errors) => note("validation", errors),
  });
  return (
    <>
      <button disabled={!isReady || !linkToken} onClick={() => open()}>Connect an app</button>
      <output id="state">{error ? "failed" : isReady ? "ready" : "waiting"}</output>
    </>
  );
}

createRoot(document.getElementById("root")).render(<Connect />);
