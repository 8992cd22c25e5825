import { existsSync, readdirSync } from 'node:fs';
import { run } from './process.mjs';
import { Failure, say } from './report.mjs';

/**
 * Makes sure that a browser for the tests of the web app is there, and a font with Chinese characters. On Debian and
 * Ubuntu, root gets them installed.
 * @throws Failure when there is no browser
 */
export async function bringChromium() {
  const { findChromium } = await import('@terrace/testing');
  const missing = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length === 0) return;
  let reason = '';
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${missing.join(' and ')}`);
    reason = await aptInstall(missing);
  }
  if (findChromium() === null)
    throw new Failure(
      'The browser tests need Chromium or Chrome: install one (Debian: apt-get install chromium fonts-noto-cjk), or set CHROME_PATH to it.',
      reason,
    );
  if (missing.includes('fonts-noto-cjk') && !(await hasChineseFont()))
    say('No font with Chinese characters was found; pictures made by browser tests will show boxes instead.');
}

async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  // Ubuntu's chromium is a snap, which a container cannot install; then this fails and says so.
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
    {
      env,
    },
  );
  return code === 0 ? '' : output;
}

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh', 'file']);
  if (code === 0) return output.trim() !== '';
  return (
    existsSync('/usr/share/fonts') &&
    fontFiles('/usr/share/fonts').some((name) => /cjk|han|wqy|hei|song/i.test(name))
  );
}

function fontFiles(folder) {
  return readdirSync(folder, { recursive: true });
}
