/** One row in the text form of Postgres' COPY: columns parted by tabs, a line's end behind it. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(written).join('\t')}\n`
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return String(value)
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, character => escapes[character] ?? character)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
