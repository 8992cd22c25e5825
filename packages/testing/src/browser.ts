import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.js';

/** No sandbox, as root has none; no traffic of its own, so that a test sees only the page's. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the installed Chromium, headless, with a profile of its own.
 * @throws Error when there is none
 * @since 0.1.0
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium was found; install Chromium or Chrome, or set CHROME_PATH to one.');
  return chromium.launch({ executablePath, args: flags });
}
