import type { Addresses } from '#src/commands/database/addresses.ts'
import { secretsIn } from './secrets.ts'

/**
 * Sets the settings of this process to those of the desk in that data folder, as if they had been given. To be called
 * before settings are first read. A secret, key or address that was given stands.
 */
export function takeEmbeddedSettings(folder: string, { appUrl }: Addresses, address: string) {
  const { authSecret, actionsKey } = secretsIn(folder)
  process.env.DATABASE_URL = appUrl
  process.env.BETTER_AUTH_SECRET ||= authSecret
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= actionsKey
  process.env.BETTER_AUTH_URL ||= address
}
