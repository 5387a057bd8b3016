/** A table in Markdown, its first column of words and the others of figures. */
export function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rule = `|${heads.map((_, place) => (place === 0 ? '---' : '--:')).join('|')}|`
  return [line(heads), rule, ...rows.map(line)].join('\n')
}

/** A figure with as many places as say something: `1,234`, `87.5`, `0.62`. */
export function figure(value: number): string {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places })
}
