import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { endChild, serverWords } from '#src/commands/child.ts'

type Beginning = {
  words: string[]
  settings: Record<string, string>
  /** Resolves to whether it is ready; asked again and again. */
  isReady: (said: string) => Promise<boolean> | boolean
}

/** A process of the desk that is killed and started again, with everything that it has said in all its lives. */
export class Restartable {
  said = ''
  readonly #beginning: Beginning
  #child: ChildProcess | undefined

  constructor(beginning: Beginning) {
    this.#beginning = beginning
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const { words, settings, isReady } = this.#beginning
    const child = spawn(process.execPath, [...serverWords, ...words], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...settings, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    this.#child = child
    const before = this.said.length
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', chunk => {
        this.said += chunk
      })
    for (let tries = 0; tries < 1200 && child.exitCode === null; tries++) {
      if (await isReady(this.said.slice(before))) return
      await wait(50)
    }
    throw new Error(`It did not start:\n${this.said.slice(before)}`)
  }

  /** Kills it as the kernel does, and starts it again. */
  async killAndStart(): Promise<void> {
    const child = this.#child
    if (child?.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    await this.start()
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  async stop(): Promise<void> {
    if (this.#child) await endChild(this.#child)
  }
}
