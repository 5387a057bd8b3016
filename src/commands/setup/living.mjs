import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * The command line of a living process, with spaces between its words; empty when there is no such process.
 * A number alone proves nothing: after a restart of the machine it belongs to somebody else.
 */
export function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return ''
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
