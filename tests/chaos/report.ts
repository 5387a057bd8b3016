import type { Ledger, Violation } from './ledger.ts'

type Facts = { seed: string; seconds: number; mails: number; doubled: number; files: number }

/** The one table of a run, as Markdown, and below it everything that was not kept. */
export function table(ledger: Ledger, { seed, seconds, mails, doubled, files }: Facts): string {
  const submissions = total(ledger.forms)
  const rows: [string, number | string][] = [
    ['**submissions**', submissions],
    ...sorted(ledger.ends),
    ['**faults injected**', total(ledger.faults)],
    ...sorted(ledger.faults),
    ['**forms**', ledger.forms.size],
    ...sorted(ledger.forms),
    ['**files that arrived**', files],
    ['**references of faults shown**', ledger.references.size],
    ['**mails that left**', mails],
    ['the same mail again under its own Message-ID, after a crash', doubled],
    ['**must be 0**', ''],
    ...ledger.rows().map(([name, { length }]): [string, number] => [name, length]),
  ]
  const widest = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, count]) => `| ${name.padEnd(widest)} | ${String(count).padStart(7)} |`)
  return [
    `Seed ${seed}, ${submissions} submissions in ${seconds} s`,
    '',
    `| ${'what'.padEnd(widest)} |   times |`,
    `|${'-'.repeat(widest + 2)}|--------:|`,
    ...lines,
    ...ledger.violations.map(inWords),
  ].join('\n')
}

/** Every row that must be empty with what was not kept in words, for `npm test`. */
export function wordsByRow(ledger: Ledger): Record<string, string[]> {
  return Object.fromEntries(ledger.rows().map(([name, violations]) => [name, violations.map(inWords)]))
}

/** What was not kept, and how it is seen again. */
export function inWords({ breach, number, form, faults, seen }: Violation): string {
  return `\n${breach}: submission ${number} ${form} ${faults}\n  ${seen.slice(0, 1500)}`
}

function sorted(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}

function total(counts: Map<string, number>): number {
  return [...counts].reduce((sum, [name, count]) => (name === 'nothing' ? sum : sum + count), 0)
}
