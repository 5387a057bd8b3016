/**
 * The same mail as one in the letters of western Windows, for when it is not the UTF-8 that it says it is, or says nothing:
 * of the same structure, with another name of its letters at every place where such a name stands or is missing.
 */
export function asWestern(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')
  const named = text.replace(/\bcharset\s*=\s*"?(utf-?8|us-ascii)"?/gi, 'charset=windows-1252')
  const typed = named.replace(
    /^Content-Type:[ \t]*text\/\w+[ \t]*;?[ \t]*(?=\r?\n(?![ \t]))/gim,
    line => `${line.replace(/[; \t]+$/, '')}; charset=windows-1252`,
  )
  const [head = ''] = /^[\s\S]*?\r?\n\r?\n/.exec(typed) ?? []
  const untyped = head !== '' && !/^Content-Type:/im.test(head)
  return Buffer.from(untyped ? `Content-Type: text/plain; charset=windows-1252\r\n${typed}` : typed, 'latin1')
}

/**
 * Which of two readings of a text is right: as it is labelled, or as the letters of western Windows. Where a single letter
 * beyond ASCII could be read as it is labelled, the label is right and something got lost on the way.
 */
export function likelier(labelled: string, western: string): string {
  return /[^\0-\u007F\uFFFD]/.test(labelled) || western.includes('ï¿½') ? labelled : western
}

/**
 * Text in UTF-8 that was labelled as something narrower and read by that: "CafÃ©". A text that is made of such pairs alone
 * by chance is not written by anybody.
 */
export function asUtf8(text: string): string {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF]/.test(text) || /[^\0-\u00FF]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
