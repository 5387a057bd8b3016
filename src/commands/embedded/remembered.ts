import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Addresses } from '#src/commands/database/addresses.ts'
import { secretsIn } from './secrets.ts'

/** Where the cluster of this data folder listened last, or undefined before its first start. */
export function rememberedPort(cluster: string): number | undefined {
  const file = `${cluster}.port`
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

/** The addresses of the embedded database of a data folder, which another command is running. */
export function addressesIn(folder: string): Addresses {
  return addressesOf(rememberedPort(join(folder, 'postgres')), secretsIn(folder))
}

/** The addresses of the embedded database at that port of 127.0.0.1. */
export function addressesOf(
  port: number | undefined,
  secrets: { appPassword: string; ownerPassword: string },
): Addresses {
  const at = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/holdfast`
  return {
    appUrl: at('holdfast_app', secrets.appPassword),
    ownerUrl: at('holdfast_owner', secrets.ownerPassword),
  }
}
