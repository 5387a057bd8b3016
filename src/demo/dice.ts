/** Everything by chance in the demo is thrown with these, so that one seed number always gives one desk. */
export type Dice = ReturnType<typeof dice>

/** Throws of one seed (any text). Based on the public-domain generator mulberry32 by Tommy Ettinger. */
export function dice(seed: string) {
  let state = fingerprint(seed)

  /** A number from 0 up to, not including, 1. */
  function fraction() {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))

  /** A number whose size is as likely to be small as large: waiting times look like this. */
  const spread = (least: number, most: number) => least * (most / least) ** fraction()

  const chance = (share: number) => fraction() < share

  function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[Math.floor(fraction() * items.length)]
    if (item === undefined) throw new RangeError('There is nothing to pick from')
    return item
  }

  function shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map(item => ({ item, place: fraction() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  }

  const digits = (count: number) => Array.from({ length: count }, () => between(0, 9)).join('')

  return { fraction, between, spread, chance, pick, shuffled, digits }
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string) {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
