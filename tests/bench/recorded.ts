import type { Statement } from '#src/lib/db/statement.ts'

/** Reads from a log of Postgres with `log_statement = all` the transactions that were committed, each with its statements. */
export function transactionsIn(log: string): Statement[][] {
  const open = new Map<string, Statement[]>()
  const done: Statement[][] = []
  for (const indented of log.split(/\n(?=\d{4}-\d\d-\d\d )/)) {
    // Postgres puts a tab before every line of a text but the first.
    const entry = indented.replaceAll('\n\t', '\n')
    const [, backend = '', kind, said = ''] = /^[^[]*\[(\d+)\] (LOG|DETAIL): {2}(.*)$/s.exec(entry) ?? []
    if (kind === 'DETAIL')
      open
        .get(backend)
        ?.at(-1)
        ?.parameters.push(...parametersIn(said))
    const [, text] = /^(?:statement|execute [^:]*): (.*)$/s.exec(said.trim()) ?? []
    if (kind !== 'LOG' || text === undefined) continue
    if (text === 'begin') open.set(backend, [])
    open.get(backend)?.push({ text, parameters: [], asArrays: false })
    if (text === 'commit') done.push(open.get(backend) ?? [])
    if (text === 'commit' || text === 'rollback') open.delete(backend)
  }
  return done
}

/** The parameter that an insert gives a column of this table; undefined where it gives none. */
export function givenTo({ text, parameters }: Statement, table: string, column: string): number | undefined {
  const [, columns = '', values = ''] =
    new RegExp(`^insert into "${table}" \\(([^)]*)\\) values \\(([^)]*)\\)`).exec(text) ?? []
  const place = columns.split(', ').indexOf(`"${column}"`)
  const [, number] = /^\$(\d+)/.exec(values.split(', ')[place] ?? '') ?? []
  const index = Number(number) - 1
  return number !== undefined && index < parameters.length ? index : undefined
}

function parametersIn(detail: string): (string | null)[] {
  if (!detail.startsWith('Parameters: ')) return []
  return [...detail.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = 'NULL']) =>
    value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'"),
  )
}
