const mostLines = 15

const dashes = /^(--|—|–)\s?$/
const listRule = /^_{20,}\s*$/
const rule = /^[_-]{20,}\s*$/
const ofDevice =
  /^\*?(sent (from|via|with|using) (my |the )?\S.{0,60}|get outlook for \S+.*|von meinem .{2,40} gesendet|gesendet (von|mit) .{2,40}|envoyé (de|depuis|à partir de) .{2,60}|enviado (desde|do) .{2,60}|inviato da .{2,60}|verzonden (vanaf|met) .{2,60}|wysłane z .{2,60}|отправлено с .{2,60})\*?$/i
const dashedName = /^-\s?\p{Lu}[\p{L}.'’-]*(\s\p{Lu}[\p{L}.'’-]*){0,3}$/u

/** The line at which the signature begins: that of a person, a device or a mailing list. The length where there is none. */
export function startOfSignature(lines: readonly string[]): number {
  let start = lines.length
  for (;;) {
    const end = lengthWithoutBlanks(lines, start)
    const before = signatureBefore(lines, end)
    if (before === undefined) return start
    start = before
  }
}

// One signature that ends here: a mailing list puts its own below that of the writer.
function signatureBefore(lines: readonly string[], end: number): number | undefined {
  const last = lines[end - 1]?.trim() ?? ''
  if (ofDevice.test(last)) return withRule(lines, end - 1)
  if (dashedName.test(last)) return end - 1
  if (rule.test(last)) return betweenRules(lines, end - 1)
  for (let at = end - 1; at >= Math.max(0, end - mostLines); at -= 1) {
    const line = lines[at] ?? ''
    if (dashes.test(line) || (listRule.test(line) && end - at <= 8)) return at
  }
  return undefined
}

function withRule(lines: readonly string[], at: number): number {
  const above = lengthWithoutBlanks(lines, at)
  return rule.test(lines[above - 1] ?? '') ? above - 1 : at
}

// The advertisement of a telephone company stands between two rules.
function betweenRules(lines: readonly string[], end: number): number | undefined {
  for (let at = end - 1; at >= Math.max(0, end - 4); at -= 1)
    if (ofDevice.test(lines[at]?.trim() ?? '')) return withRule(lines, at)
  return undefined
}

function lengthWithoutBlanks(lines: readonly string[], length: number): number {
  let end = length
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end -= 1
  return end
}
