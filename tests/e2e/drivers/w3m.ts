import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import type { Driver } from './driver.ts'
import { type Control, controlsIn, textIn } from './page-source.ts'

const patience = { key: 15, look: 40, answer: 15_000 }
const enter = '\r'
const eraseLine = '\u0015'

/**
 * The text browser w3m at a terminal of its own, worked by keys alone. It numbers its links and fields in the order of
 * the page's source, and the key "[" goes to the one with the number typed before. A text of many lines is
 * written by the editor that it calls: here a program that puts the text there.
 */
export function openW3m(desk: string): Driver {
  const home = mkdtempSync(join(tmpdir(), 'holdfast-w3m-'))
  const w3m = atTerminal(home, desk)
  const ended = new Promise<void>(resolve => w3m.on('exit', () => resolve()))
  let files = 0

  async function type(...keys: string[]) {
    for (const key of keys) {
      w3m.stdin?.write(key)
      await pause(patience.key)
    }
  }

  const command = (words: string) => type(':', words, enter)

  /** What w3m writes into a file when it has done everything before: the page as it came, or as it is shown. */
  async function written(by: 'SAVE' | 'SAVE_SCREEN'): Promise<string> {
    files += 1
    const file = join(home, `page${files}`)
    await command(`${by} ${file}`)
    const until = Date.now() + patience.answer
    for (let before = 0; Date.now() < until; await pause(patience.look)) {
      const size = existsSync(file) ? statSync(file).size : 0
      if (size > 0 && size === before) return unpacked(readFileSync(file))
      before = size
    }
    throw new Error('w3m did not show the page')
  }

  async function goTo(what: string, fits: (control: Control) => boolean): Promise<Control> {
    const source = await written('SAVE')
    const control = controlsIn(source).find(fits)
    if (!control) throw new Error(`There is no ${what} on this page:\n${textIn(source)}`)
    await type(`${control.number}[`)
    return control
  }

  const field = (label: string) =>
    goTo(`field “${label}”`, ({ kind, name }) => !/link|button|hidden/.test(kind) && begins(name, label))

  return {
    goto: path => command(`GOTO ${desk}${path}`),
    follow: async link => {
      await goTo(`link “${link}”`, ({ kind, name }) => kind === 'link' && begins(name, link))
      await type(enter)
    },
    fill: async (label, text) => {
      const { kind } = await field(label)
      if (kind !== 'text') writeFileSync(join(home, 'text'), text)
      await (kind === 'text' ? type(enter, eraseLine, text, enter) : type(enter))
    },
    tick: async label => {
      const { isOn } = await field(label)
      if (!isOn) await type(enter)
    },
    choose: async (label, option) => {
      const { options, chosen } = await field(label)
      const steps = options.indexOf(option) - chosen
      if (!options.includes(option)) throw new Error(`One cannot choose “${option}” as ${label}`)
      if (steps !== 0) await type(enter, ...Array(Math.abs(steps)).fill(steps > 0 ? 'j' : 'k'), enter)
    },
    press: async button => {
      await goTo(`button “${button}”`, ({ kind, name }) => kind === 'button' && name === button)
      await type(enter)
    },
    reads: async (...words) => {
      const shown = plain(await written('SAVE_SCREEN'))
      const missing = words.filter(some => !shown.includes(plain(some)))
      if (missing.length > 0) throw new Error(`Not on this page: ${missing.join(', ')}\n${shown}`)
    },
    readsNowhere: async words => {
      if (plain(await written('SAVE')).includes(plain(words))) throw new Error(`It is on this page: ${words}`)
    },
    holds: async (label, text) => {
      const { value } = await field(label)
      if (value !== text) throw new Error(`The field “${label}” holds ${JSON.stringify(value)}`)
    },
    close: async () => {
      w3m.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Lines are long, so that words stand together as they do in the page. */
function atTerminal(home: string, desk: string): ChildProcess {
  const editor = join(home, 'editor')
  mkdirSync(join(home, '.w3m'))
  writeFileSync(join(home, '.w3m', 'keymap'), 'keymap : COMMAND\nkeymap [ LINK_BEGIN\n')
  writeFileSync(editor, `#!/bin/sh\ncp '${join(home, 'text')}' "$1"\n`, { mode: 0o755 })
  const options = ['confirm_qq=0', 'auto_image=0', `editor=${editor}`, 'display_link_number=1']
  const words = ['w3m', '-no-mouse', '-cookie', ...options.flatMap(option => ['-o', option]), `${desk}/help`]
  return spawn('script', ['-qfec', `stty cols 240 rows 60; exec ${words.join(' ')}`, '/dev/null'], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, HOME: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
  })
}

// It keeps a page as it came.
function unpacked(page: Buffer): string {
  return (page[0] === 0x1f && page[1] === 0x8b ? gunzipSync(page) : page).toString()
}

/** Whether it is this name, or goes on after it with a hint, a remark or a subject. */
function begins(name: string, words: string) {
  return name.startsWith(words) && !/^\w/.test(name.slice(words.length))
}

// Numbers of links stand between the words that are shown.
function plain(text: string) {
  return text.replace(/\[\d+\]/g, '').replace(/\s+/g, ' ')
}
