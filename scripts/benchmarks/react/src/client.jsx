// The browser's half: wakes what the server rendered.

import { hydrateRoot } from "react-dom/client";
import { Page } from "./page.jsx";

const data = JSON.parse(document.getElementById("data").textContent);
hydrateRoot(document.getElementById("root"), <Page data={data} />);
