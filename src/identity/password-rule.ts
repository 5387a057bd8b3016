import { passwordLength } from '#src/lib/password-length.ts'

const { least, most } = passwordLength
const leastOwn = 6
const runs = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '01234567890123456789']
const everydayWords =
  /holdfast|helpdesk|help|desk|support|ticket|passwor[dt]|passphrase|passwd|secret|welcome|letmein|admin|login|iloveyou|qwert[yz]|changeme/g

/**
 * Why a password cannot be taken, in words; undefined for one that can. Long is what counts, so there is no rule
 * about kinds of characters; refused is what somebody who knows the person and the desk would try first.
 * @param known what everybody knows of the person: address and name
 */
export function passwordProblem(password: string, known: readonly string[] = []): string | undefined {
  if (password.length < least) return `Use at least ${least} characters. A few words in a row are good.`
  if (password.length > most) return `Use at most ${most} characters.`
  const text = password.normalize('NFKC').toLowerCase()
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(text) || isRun(text))
    return 'This password repeats itself or goes along the keyboard. Use words that do not belong together.'
  if (ownPart(text, known).length < leastOwn)
    return 'This password is mostly your name, your address or an everyday word. Use words that do not belong together.'
  return undefined
}

function isRun(text: string) {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  const backwards = [...letters].reverse().join('')
  return runs.some(run => run.includes(letters) || run.includes(backwards))
}

// What is left when everything is gone that others know or would guess.
function ownPart(text: string, known: readonly string[]) {
  const guesses = known
    .flatMap(word => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
    .map(word => word.normalize('NFKC').toLowerCase())
    .filter(word => word.length >= 3)
    .sort((one, other) => other.length - one.length)
  const left = guesses.reduce((rest, guess) => rest.replaceAll(guess, ' '), text)
  return left.replace(everydayWords, ' ').replace(/(19|20)\d\d|0?123456789?0?|[^\p{L}\p{N}]/gu, '')
}
