import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server and its worker as an operator runs them, by the start command. */
export class Server {
  /** Everything it has said, in all its lives. */
  said = ''
  readonly port: number
  readonly #settings: Record<string, string>
  #command: ChildProcess | undefined

  constructor(port: number, settings: Record<string, string>) {
    this.port = port
    this.#settings = { ...settings, PORT: String(port), HOST: '127.0.0.1' }
  }

  /** Starts it and waits for the words that an operator waits for. */
  async start(): Promise<void> {
    const command = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#settings },
    })
    this.#command = command
    process.once('exit', () => command.kill('SIGKILL'))
    const before = this.said.length
    await new Promise<void>((resolve, reject) => {
      for (const stream of [command.stdout, command.stderr])
        stream.setEncoding('utf8').on('data', chunk => {
          this.said += chunk
          if (this.said.slice(before).includes('Holdfast is open at')) resolve()
        })
      command.once('exit', () => reject(new Error(`It did not open:\n${this.said.slice(before)}`)))
    })
  }

  /** Tells it to end, as systemd does, and waits until it has; resolves to its exit code. */
  async end(): Promise<number | null> {
    const command = this.#command
    if (!command || command.exitCode !== null) return command?.exitCode ?? null
    const gone = once(command, 'exit')
    command.kill('SIGTERM')
    const [code] = await gone
    return code
  }
}
