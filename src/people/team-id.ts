const most = 48

/** The id of a new team: its name as it can stand in an address, with a number if that is taken already. */
export function teamIdFor(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name)
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(id)) return id
  }
}

// `new` is the page on which teams are made, so no team may be called that in an address.
function slugOf(name: string) {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-|-$/g, '')
  return slug === '' || slug === 'new' ? 'team' : slug
}
