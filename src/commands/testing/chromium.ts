import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runNode } from '#src/commands/child.ts'
import { Complaint, say } from '#src/commands/terminal.ts'
import { installDebian, installed } from './equip.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, one that is installed, Debian's (installed now, as root), or
 * Playwright's own (downloaded now). Throws a Complaint when there is none.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return chosen
  if (!anyChromium()) installDebian('chromium')
  if (!anyChromium()) await download()
  const found = anyChromium()
  if (found) return found
  throw new Complaint(
    'There is no Chromium to test with, and none could be installed. Install one (Debian: apt-get install ' +
      'chromium) or set CHROMIUM_PATH to its path.',
  )
}

function anyChromium() {
  const own = chromium.executablePath()
  return installed(...names) ?? (existsSync(own) ? own : undefined)
}

async function download() {
  say('Downloading Chromium for Playwright ...')
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
}
