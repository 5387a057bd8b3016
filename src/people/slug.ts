// `none` is "no team" in the filters of a queue, `new` is the page where teams are made.
const taken = ['none', 'new']

/**
 * The id that a team gets from its name: lower-case letters, digits and dashes, at most 40 characters. `count` numbers
 * the names that would otherwise come out alike. A name in another script than Latin becomes `team-1`, `team-2`, …
 */
export function slugOf(name: string, count = 1): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  if (plain === '') return `team-${count}`
  const slug = taken.includes(plain) ? `team-${plain}` : plain
  return count === 1 ? slug : `${slug}-${count}`
}
