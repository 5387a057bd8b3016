// Long lines are text that somebody pasted: what mail programs write is short.
const longest = 400
const isShort = (line: string) => line.length <= longest

export function isQuoted(line: string): boolean {
  return /^ {0,3}>/.test(line)
}

/** Whether earlier mail begins at this line, not quoted and going on to the end. A forwarded mail is no such thing. */
export function startsHistory(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (!isShort(line) || line.trim() === '') return false
  return (
    replyMarker.test(line) ||
    originalMessage.test(line) ||
    (isHeaderBlock(lines, at) && !isForwarded(lines, at)) ||
    (!isQuoted(line) && wrote.test(introduction(lines, at).words))
  )
}

/**
 * Where the quote ends that begins at this line, with or without a line such as "On Monday, Ada wrote:" above it;
 * undefined when none begins here.
 */
export function endOfQuote(lines: readonly string[], at: number): number | undefined {
  const first = lines[at] ?? ''
  if (first.trim() === '') return undefined
  const from = isQuoted(first) ? at : afterIntroduction(lines, at)
  if (from === undefined) return undefined
  let end = from
  for (let next = from; next < lines.length; next += 1) {
    const line = lines[next] ?? ''
    if (isQuoted(line)) end = next + 1
    else if (line.trim() !== '') break
  }
  return end
}

const replyMarker = /^[\s>#=*_-]*(please )?(reply|write|type) (your (answer|reply) )?above this line/i

const originalMessage =
  /^[\s>*]*[-_]{2,}\s*(original message|original appointment|reply message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|wiadomość oryginalna|исходное сообщение|orijinal mesaj)\s*[-_]*\s*$/i

/** "On Monday, Ada wrote:" in the languages in which programs say it. */
const wrote =
  /^\s*(on|le|am|el|il|op|em|den|dnia|w dniu|в|вт|пн|ср|чт|пт|сб|вс|at)\b.*(\bwrote|a écrit|schrieb|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?|написал\(?а?\)?|пише|yazdı|yazmış)[^:]{0,80}:\s*$/iu

const header = (names: string) => new RegExp(`^[\\s>]*\\*{0,2}(${names})\\s*:\\*{0,2}(\\s|$)`, 'i')
const firstHeader = header('from|date|von|datum|de|da|van|od|från|fra|от|kimden|发件人|差出人|من')
const anyHeader = header(
  'from|date|sent|to|cc|bcc|subject|reply-to|importance|attachments|' +
    'von|datum|gesendet|an|betreff|de|date|envoyé|à|objet|enviado|para|asunto|assunto|' +
    'da|inviato|a|oggetto|data|van|verzonden|aan|onderwerp|od|do|wysłano|temat|' +
    'från|skickat|till|ämne|fra|til|emne|от|отправлено|кому|тема|kimden|gönderildi|kime|konu|' +
    '发件人|发送时间|收件人|主题|差出人|送信日時|宛先|件名',
)

// The short list of headers that Outlook and others put above the earlier mail; a long one may go on in the next line.
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!firstHeader.test(lines[at] ?? '') || anyHeader.test(lines[at - 1] ?? '')) return false
  const near = lines.slice(at, at + 8)
  const end = near.findIndex(line => line.trim() === '')
  return (
    near.slice(0, end < 0 ? near.length : end).filter(line => isShort(line) && anyHeader.test(line)).length >=
    3
  )
}

// What somebody passes on is what they have to say: "---------- Forwarded message ----------" or "Begin forwarded message:".
function isForwarded(lines: readonly string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 4), at).findLast(line => line.trim() !== '') ?? ''
  return (
    /^[\s>]*[-_]{2,}.*\p{L}.*[-_]{2,}\s*$/u.test(above.slice(0, longest)) ||
    /forward\w* message:\s*$/i.test(above)
  )
}

/** The next line that is not empty; the length where there is none. */
export function nextWords(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  return at
}

/** The words of at most three lines up to one that ends with a colon; mail programs break such a line. */
function introduction(lines: readonly string[], at: number): { words: string; end: number } {
  const near = lines.slice(at, at + 3)
  const last = near.findIndex(line => line.trimEnd().endsWith(':'))
  const taken = last < 0 ? [] : near.slice(0, last + 1)
  if (taken.some(line => line.trim() === '' || isQuoted(line) || !isShort(line)))
    return { words: '', end: at }
  return { words: taken.join(' '), end: at + last + 1 }
}

function afterIntroduction(lines: readonly string[], at: number): number | undefined {
  const { words, end } = introduction(lines, at)
  if (words === '' || !/[\d@]/.test(lines[at] ?? '')) return undefined
  const quote = nextWords(lines, end)
  return isQuoted(lines[quote] ?? '') ? quote : undefined
}
