// Types into the App Center's search, letter by letter, on a processor that is slowed down, and measures each frame in a trace.
//
//   node frames.mjs '{"origin": "http://…", "cookie": "…", "words": ["payroll"], "slower": 4, "trace": "frames.json"}'
//
// A frame's work is what the main thread did from the end of one frame to the end of the next: the key, our program, style, layout and
// paint. What is drawn later, on other threads, delays no key. It is counted in the thread's own processor time, which is the time that
// passed unless somebody else had the processor.

import { writeFile } from "node:fs/promises";
import { chromium, executablePath, flags } from "./chromium.mjs";

const { origin, cookie, words, slower, trace } = JSON.parse(process.argv[2]);
// A quick typist's pause.
const PAUSE = 120;
const FRAME = 1000 / 60;
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-lighthouse", "blink.user_timing", "v8"];

// --- the page ---

/** Runs in the page: marks each letter, and hears of slow events and late frames. */
function listen() {
  const heard = { intervals: [], events: [] };
  const field = document.getElementById("search");
  // Before the program hears of it, so that the mark stands at the beginning of the letter's work.
  window.addEventListener("input", () => performance.mark(`typed:${field.value}`), true);
  new PerformanceObserver((list) => {
    for (const { name, duration, processingStart, processingEnd } of list.getEntries()) {
      if (name === "input" || name === "keydown") heard.events.push({ name, duration, processing: processingEnd - processingStart });
    }
  }).observe({ type: "event", durationThreshold: 16 });
  let last;
  const tick = (now) => {
    if (last !== undefined) heard.intervals.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.heard = heard;
}

async function open(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const cookies = cookie.split("; ").map((pair) => ({ name: pair.slice(0, pair.indexOf("=")), value: pair.slice(pair.indexOf("=") + 1), url: origin }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  // The islands ask for events once they are awake.
  const awake = page
    .waitForRequest((request) => new URL(request.url()).pathname === "/api/events")
    .catch(() => {
      throw new Error(`the page does not wake: ${errors.join("; ") || "nobody says why"}`);
    });
  await page.goto(`${origin}/apps`);
  await awake;
  const cards = await page.locator(".grid > .card").count();
  const session = await context.newCDPSession(page);
  await page.waitForTimeout(1000);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.locator("#search").focus();
  return { page, session, cards };
}

/** An empty page with nothing but a field: what the browser itself takes for a letter, on this machine. */
async function bare(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.setContent('<!doctype html><title>A field</title><p class="found"><span class="num">0</span></p><input id="search" type="search">');
  // It answers each letter, as the list does.
  await page.evaluate(() => document.getElementById("search").addEventListener("input", (event) => (document.querySelector(".num").textContent = event.target.value)));
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.locator("#search").focus();
  await page.evaluate(listen);
  await browser.startTracing(page, { categories: CATEGORIES });
  await type(page);
  const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  await context.close();
  return typedFrames(events);
}

/** Types every word and takes it away again; answers how many letters that were. */
async function type(page) {
  const found = page.locator(".found .num");
  const everything = await found.innerText();
  let strokes = 0;
  for (const word of words) {
    for (const key of [...word, ...Array(word.length).fill("Backspace")]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(PAUSE);
      strokes += 1;
      if (strokes === word.length && (await found.innerText()) === everything) throw new Error("the list does not follow what is typed");
    }
  }
  return strokes;
}

// --- the trace ---

const PARTS = [
  ["style", /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet)$/],
  ["layout", /^Layout$/],
  ["paint", /^(PrePaint|Paint|Layerize|Commit|UpdateLayer|UpdateLayerTree|CompositeLayers|BeginMainThreadFrame|IntersectionObserverController::computeIntersections)$/],
  ["gc", /^(MinorGC|MajorGC|V8\.GC.*|BlinkGC.*)$/],
  ["script", /^(EventDispatch|FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|v8\..*|V8\..*)$/],
];
const TASKS = /^(RunTask|ThreadControllerImpl::RunTask)$/;
const partOf = (name) => PARTS.find(([, names]) => names.test(name))?.[0];

/** The main thread's tasks in order, each with what it was spent on and whether it ended a frame. */
function tasksOf(events) {
  const mark = events.find((event) => event.cat?.includes("blink.user_timing") && event.name.startsWith("typed:"));
  if (!mark) throw new Error("the trace holds no letter");
  const mine = events.filter((event) => event.pid === mark.pid && event.tid === mark.tid);
  const letters = mine.filter((event) => event.name.startsWith("typed:")).sort((one, other) => one.ts - other.ts);
  const spans = mine.filter((event) => event.ph === "X").sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const tasks = [];
  let stack = [];
  for (const span of spans) {
    const end = span.ts + span.dur;
    const ms = (span.tdur ?? span.dur) / 1000;
    while (stack.length && stack.at(-1).end <= span.ts) stack.pop();
    if (!stack.length) {
      if (!TASKS.test(span.name)) continue;
      tasks.push({ end, ms, passed_ms: span.dur / 1000, parts: { other: ms }, ends: false, letters: [] });
      stack = [{ end, part: "other" }];
      continue;
    }
    const task = tasks.at(-1);
    const around = stack.at(-1).part;
    const part = partOf(span.name) ?? around;
    // What stands within belongs to itself, not to what is around it.
    task.parts[around] -= ms;
    task.parts[part] = (task.parts[part] ?? 0) + ms;
    task.ends ||= span.name === "Commit";
    stack.push({ end, part });
  }
  let at = 0;
  for (const letter of letters) {
    while (at < tasks.length && tasks[at].end < letter.ts) at += 1;
    tasks[at]?.letters.push(letter.name.slice("typed:".length));
  }
  return tasks;
}

function framesOf(tasks) {
  const frames = [];
  let frame;
  for (const task of tasks) {
    frame ??= { ms: 0, passed_ms: 0, longest_task_ms: 0, letters: [], parts: {} };
    frame.ms += task.ms;
    frame.passed_ms += task.passed_ms;
    frame.longest_task_ms = Math.max(frame.longest_task_ms, task.ms);
    frame.letters.push(...task.letters);
    for (const [part, ms] of Object.entries(task.parts)) frame.parts[part] = (frame.parts[part] ?? 0) + ms;
    if (!task.ends) continue;
    frames.push(frame);
    frame = undefined;
  }
  return frames;
}

// --- where the script's time goes ---

/** The share of our program's two halves in what the sampling profiler saw on the main thread, in milliseconds. */
function costs({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const of = (node) => {
    const { functionName, url } = node.callFrame;
    if (url.includes(".wasm") || functionName.startsWith("wasm-")) return "Rust";
    if (functionName === "(garbage collector)") return "garbage collector";
    if (functionName === "(idle)" || functionName === "(root)") return undefined;
    if (functionName === "(program)") return "the browser's own";
    return url.startsWith(origin) ? `JavaScript: ${functionName || "(anonymous)"}` : undefined;
  };
  const found = {};
  samples.forEach((id, at) => {
    const who = of(byId.get(id));
    if (who) found[who] = (found[who] ?? 0) + timeDeltas[at] / 1000;
  });
  return Object.fromEntries(Object.entries(found).sort((one, other) => other[1] - one[1]).slice(0, 12));
}

const round = (number) => Math.round(number * 100) / 100;
const rounded = (parts) => Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, round(ms)]));
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** The frames in which a letter was typed, the shortest first. */
const typedFrames = (events) => framesOf(tasksOf(events)).filter((frame) => frame.letters.length).sort((one, other) => one.ms - other.ms);

const browser = await chromium.launch({ executablePath, args: flags });
try {
  const { page, cards } = await open(browser);
  await page.evaluate(listen);
  await browser.startTracing(page, { categories: CATEGORIES });
  const strokes = await type(page);
  const recorded = await browser.stopTracing();
  // The browser's own tools read it.
  await writeFile(trace, recorded);
  const events = JSON.parse(recorded.toString()).traceEvents;
  const heard = await page.evaluate(() => window.heard);
  await page.context().close();

  // Again with the profiler, which costs something itself: nothing of this is counted as a frame.
  const again = await open(browser);
  await again.session.send("Profiler.enable");
  await again.session.send("Profiler.setSamplingInterval", { interval: 200 });
  await again.session.send("Profiler.start");
  await type(again.page);
  const { profile } = await again.session.send("Profiler.stop");

  const alone = (await bare(browser)).map((frame) => frame.ms);

  const tasks = tasksOf(events);
  const frames = framesOf(tasks);
  const typed = frames.filter((frame) => frame.letters.length);
  const byLength = typed.map((frame) => frame.ms).sort((one, other) => one - other);
  const parts = {};
  for (const frame of typed) for (const [part, ms] of Object.entries(frame.parts)) parts[part] = (parts[part] ?? 0) + ms;
  const events16 = heard.events.map(({ duration }) => duration);
  console.log(
    JSON.stringify({
      cards,
      strokes,
      frames: frames.length,
      typed_frames: typed.length,
      longest_frame_ms: round(byLength.at(-1)),
      p95_frame_ms: round(at(byLength, 0.95)),
      median_frame_ms: round(at(byLength, 0.5)),
      bare_longest_ms: round(alone.at(-1)),
      bare_p95_ms: round(at(alone, 0.95)),
      bare_median_ms: round(at(alone, 0.5)),
      over: typed.filter((frame) => frame.ms > FRAME).length,
      longest_passed_ms: round(Math.max(...typed.map((frame) => frame.passed_ms))),
      longest_task_ms: round(Math.max(...tasks.map((task) => task.ms))),
      late_intervals: heard.intervals.filter((ms) => ms > 1.5 * FRAME).length,
      intervals: heard.intervals.length,
      slowest_event_ms: Math.max(0, ...events16),
      slowest_processing_ms: round(Math.max(0, ...heard.events.map(({ processing }) => processing))),
      mean_parts_ms: rounded(Object.fromEntries(Object.entries(parts).map(([part, ms]) => [part, ms / typed.length]))),
      worst: typed
        .sort((one, other) => other.ms - one.ms)
        .slice(0, 10)
        .map((frame) => ({ letters: frame.letters, ms: round(frame.ms), passed_ms: round(frame.passed_ms), longest_task_ms: round(frame.longest_task_ms), parts: rounded(frame.parts) })),
      profile_ms: rounded(costs(profile)),
    }),
  );
} finally {
  await browser.close();
}
