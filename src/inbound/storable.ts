// What the bytes 80 to 9F are in the letters of western Windows, by their places; the others mean nothing there.
const western = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

/**
 * Text that the database can hold and a page can show: no NUL, no control characters, Unicode in one form. Node 20 reads
 * windows-1252 as ISO 8859-1, which makes control characters of quotation marks; nobody else writes those.
 */
export function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0080-\u009F]/g, control => western.charAt(control.charCodeAt(0) - 0x80))
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
}
