import { env } from '#src/lib/env.ts'

/** Where somebody chooses what they are told of by mail. `done` is the code of the notice to show there. */
export function choicesPath(done?: string): string {
  return done ? `/account/mail?done=${done}` : '/account/mail'
}

/** A path of the desk as it stands in a mail, on the public address of the settings. */
export function addressAt(path: string): string {
  return new URL(path, env().baseUrl).href
}

/** The foot of every mail that can be switched off. */
export function choicesLine(): string {
  return `Choose what we tell you by mail: ${addressAt(choicesPath())}`
}
