// A list of named checks that go on after a failure and end with one line.

export function suite(name) {
  let passed = 0;
  let failed = 0;
  return {
    async check(what, body) {
      try {
        await body();
        passed += 1;
      } catch (error) {
        failed += 1;
        console.error(`FAILED ${name}: ${what}\n  ${error.stack || error}`);
      }
    },
    end() {
      console.log(`${name}: ${passed} passed, ${failed} failed`);
      process.exitCode = failed ? 1 : 0;
    },
  };
}

export async function control(base, method, path, body) {
  const response = await fetch(`${base}/_sandbox${path}`, {
    method, headers: body ? { "content-type": "application/json" } : {}, body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}
