import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './embedded/folder.ts'
import { Complaint, complain, runToEnd, say } from './terminal.ts'
import { parts } from './testing/parts.ts'
import { sum, type Tally, tallyOfTool } from './testing/tally.ts'

// Tests make databases and secrets of their own; what is set for a deployment is none of their business.
for (const name of ['DATABASE_URL', 'DATABASE_URL_DIRECT', 'DATABASE_POOL_MAX', 'SMTP_URL', 'PORT', 'HOST'])
  delete process.env[name]

await runToEnd(async () => {
  const words = process.argv.slice(2)
  const chosen = words.filter(word => word in parts)
  const filters = words.filter(word => !(word in parts))
  if (filters.length > 0 && chosen.length === 0)
    throw new Complaint(
      `Name a part first, one of: ${Object.keys(parts).join(', ')}. For example: npm test -- unit sla`,
    )

  const outcomes: { name: string; seconds: number; tally: Tally }[] = []
  for (const [name, run] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    say(`\n── ${name} ──`)
    const begun = Date.now()
    const tally = await run(filters).catch(fault)
    outcomes.push({ name, seconds: Math.round((Date.now() - begun) / 1000), tally })
  }

  say('\n── Summary ──')
  for (const { name, seconds, tally } of outcomes)
    say(
      `${name.padEnd(8)}${line(tally)} in ${seconds} s${tally.remarks.map(remark => `\n        ${remark}`).join('')}`,
    )
  const total = sum(outcomes.map(({ tally }) => tally))
  writeFileSync(join(dataFolder(), 'last-test'), line(total))
  say(line(total))
  if (total.failed > 0) process.exitCode = 1
})

function fault(error: unknown): Tally {
  complain(error)
  return tallyOfTool(1)
}

function line({ passed, failed }: Tally) {
  return `${passed} passed, ${failed} failed`
}
