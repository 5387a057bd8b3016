const mostBytes = 200

/**
 * The name of a file as its sender gave it, safe to show and to save under: no folder, no control character, nothing that
 * turns the direction of what follows (which makes `gpj.exe` of `exe.jpg`), and short enough for every file system.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
  const trimmed = plain.trim().replace(/^\.+|\.+$/g, '')
  return shortened(trimmed) || 'Unnamed file'
}

/** Cut before the ending, which tells people what it is. A name may be megabytes long, so that the bulk goes at once. */
function shortened(name: string): string {
  const ending = /\.[^.]{1,12}$/u.exec(name.slice(-20))?.[0] ?? ''
  const stem = [...name.slice(0, Math.min(name.length - ending.length, mostBytes)).toWellFormed()]
  while (Buffer.byteLength(stem.join('') + ending) > mostBytes) stem.pop()
  return stem.join('').replace(/\uFFFD$/, '') + ending
}
