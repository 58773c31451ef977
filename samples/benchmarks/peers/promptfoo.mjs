#!/usr/bin/env node
// 200 cases at 8 and 32 by promptfoo, where it is installed, against an endpoint of 50 ms in this process. Prints the
// seconds from start to end of the whole process, which is what a build waits for.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = spawnSync("promptfoo", ["--version"], { encoding: "utf8" });
if (version.error) {
  console.log("promptfoo is not installed");
  process.exit(0);
}

const answer = (text) => (/ (\d+):/.exec(text)?.[1] % 3 === 0 ? "positive" : "negative");
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const content = answer(JSON.parse(body).messages.at(-1).content);
  setTimeout(() => {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        id: "1",
        object: "chat.completion",
        created: 0,
        model: "mock-1",
        choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
        usage: { prompt_tokens: 12, completion_tokens: 1, total_tokens: 13 },
      }),
    );
  }, 50);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const folder = mkdtempSync(join(tmpdir(), "promptfoo-"));
const tests = Array.from({ length: 200 }, (_, i) => {
  const text = `Case ${i}: the delivery was ${i % 3 === 0 ? "good" : "late"}.`;
  return { vars: { text }, assert: [{ type: "equals", value: answer(text) }] };
});
writeFileSync(
  join(folder, "config.json"),
  JSON.stringify({
    prompts: ["{{text}}"],
    providers: [
      {
        id: "openai:chat:mock-1",
        config: { apiBaseUrl: `http://127.0.0.1:${server.address().port}/v1`, apiKey: "none" },
      },
    ],
    tests,
  }),
);

console.log(`promptfoo ${version.stdout.trim()}\n\n| 200 cases at | s |\n|---:|---:|`);
for (const concurrency of [8, 32]) {
  const start = performance.now();
  await new Promise((resolve) =>
    spawn(
      "promptfoo",
      ["eval", "-c", join(folder, "config.json"), "-j", concurrency, "--no-cache", "--no-table", "--no-progress-bar"],
      {
        stdio: "ignore",
        env: {
          ...process.env,
          PROMPTFOO_CONFIG_DIR: folder,
          PROMPTFOO_DISABLE_TELEMETRY: "1",
          PROMPTFOO_DISABLE_UPDATE: "1",
        },
      },
    ).on("exit", resolve),
  );
  console.log(`| ${concurrency} | ${((performance.now() - start) / 1000).toFixed(2)} |`);
}
server.close();
rmSync(folder, { recursive: true });
