import { env } from './env.ts'

/** The time zone in which this desk writes times (an IANA name). Source: the setting TIME_ZONE. */
export function deskZone(): string {
  return env().timeZone
}
