const units = [
  { unit: 'day', mins: 1440 },
  { unit: 'hour', mins: 60 },
  { unit: 'minute', mins: 1 },
]

const list = new Intl.ListFormat('en', { type: 'unit', style: 'long' })

/** A number of whole minutes as people say it: `45 minutes`, `1 day, 12 hours`. The words are those of Intl. */
export function lengthWords(mins: number): string {
  let left = mins
  const parts = units.flatMap(({ unit, mins: length }) => {
    const count = Math.floor(left / length)
    left -= count * length
    return count > 0 ? [counted(count, unit)] : []
  })
  return list.format(parts)
}

/** A target with the minutes as they are entered: `8 hours (480 minutes)`. */
export function targetWords(mins: number): string {
  return mins < 60 ? counted(mins, 'minute') : `${lengthWords(mins)} (${counted(mins, 'minute')})`
}

function counted(count: number, unit: string) {
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
