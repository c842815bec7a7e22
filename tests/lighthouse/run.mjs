// Prints a JSON object a line: the scores and times of each address given, as a phone in WeChat sees them.
// node run.mjs USER_AGENT RTT_MS KBIT_PER_S SLOWDOWN ADDRESS...
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const modules = process.env.LIGHTHOUSE_MODULES;
const entry = (name) => {
  const facts = JSON.parse(readFileSync(`${modules}/${name}/package.json`, "utf8"));
  const main = facts.exports?.["."]?.import ?? facts.exports?.["."] ?? facts.main;
  return pathToFileURL(`${modules}/${name}/${typeof main === "string" ? main : main.default}`).href;
};
const { default: lighthouse } = await import(entry("lighthouse"));
const { launch } = await import(entry("chrome-launcher"));

const [userAgent, rttMs, throughputKbps, cpuSlowdownMultiplier, ...urls] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
const settings = {
  formFactor: "mobile",
  screenEmulation: { mobile: true, width: 390, height: 844, deviceScaleFactor: 3, disabled: false },
  emulatedUserAgent: userAgent,
  throttlingMethod: "simulate",
  throttling: {
    rttMs: +rttMs,
    throughputKbps: +throughputKbps,
    requestLatencyMs: rttMs * 3.75,
    downloadThroughputKbps: throughputKbps * 0.9,
    uploadThroughputKbps: throughputKbps * 0.9,
    cpuSlowdownMultiplier: +cpuSlowdownMultiplier,
  },
  onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
};
for (const url of urls) {
  const { lhr } = await lighthouse(url, { port: chrome.port, output: "json" }, { extends: "lighthouse:default", settings });
  const value = (name) => Math.round(lhr.audits[name].numericValue * 1000) / 1000;
  console.log(JSON.stringify({
    url,
    scores: Object.values(lhr.categories).map((each) => Math.round(each.score * 100)),
    fcp: value("first-contentful-paint"),
    lcp: value("largest-contentful-paint"),
    tbt: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
    bytes: value("total-byte-weight"),
    requests: lhr.audits["network-requests"].details.items.filter((each) => !each.url.startsWith("data:")).length,
    failed: Object.values(lhr.audits).filter((each) => each.score !== null && each.score < 0.9).map((each) => each.id),
  }));
}
await chrome.kill();
