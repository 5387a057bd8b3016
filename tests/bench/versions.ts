import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { pinning } from './cores.ts'
import { atATime } from './load.ts'

/** Everything that one must know to read the tables, one line each. */
export function circumstances(
  postgres: string,
  { seconds, rounds }: { seconds: number; rounds: number },
): string {
  const installed = (name: string): string =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
  const packages = ['next', 'react', 'drizzle-orm', 'postgres', 'better-auth', 'autocannon']
  return [
    `- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${cpus()[0]?.model.trim()}`,
    `- Node ${process.versions.node}, PostgreSQL ${postgres}, ${packages.map(name => `${name} ${installed(name)}`).join(', ')}`,
    `- ${pinning()}`,
    `- pages: ${atATime} at a time, medians of ${rounds} rounds of ${seconds} s in which all took turns; a ratio is the median of the ratios of each round`,
  ].join('\n')
}
