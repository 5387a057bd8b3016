/** One row in the text form of Postgres' COPY: columns parted by tabs, a line's end behind it. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(written).join('\t')}\n`
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'object') return ofObject(value)
  return String(value)
}

// Rows that are cast from one mould share what does not differ.
const known = new WeakMap<object, string>()

function ofObject(value: object): string {
  const text = known.get(value) ?? escaped(JSON.stringify(value))
  known.set(value, text)
  return text
}

function escaped(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text
  return text.replace(/[\\\t\n\r]/g, character => escapes[character] ?? character)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
