// The product in a real browser: its journeys, and a sweep over every page.
import { defineConfig } from "@playwright/test";
import { chromium, results } from "./house/machine.ts";

export default defineConfig({
  testDir: ".",
  // Pictures are taken on demand only: they change with every look of a page.
  // The phone is tried in a network of its own, beside an Asterisk (scripts/soft-phone-for-tests).
  testMatch: process.env.DISPO_SCREENS ? ["screens/*.spec.ts"] : process.env.DISPO_TEST_ASTERISK_WEB ? ["phone/*.spec.ts"] : ["journeys/*.spec.ts", "sweep/*.spec.ts", "load/*.spec.ts"],
  outputDir: `${results}/kept`,
  // Files run beside each other, the tests of a file one after the other: they share a centre.
  fullyParallel: false,
  // With real phones one after the other: an exchange is driven by one centre at a time.
  workers: process.env.DISPO_TEST_ASTERISK_WEB ? 1 : 2,
  // What fails once and then passes is a fault of the test or of the product: both are mended.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    launchOptions: chromium,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    trace: "off",
    screenshot: "only-on-failure",
  },
});
