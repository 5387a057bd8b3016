import { TickBox } from '#src/ui/browser.tsx'
import type { Tick } from './tick-box.tsx'

/** Any of a few, all in sight: boxes, each a field of its own. */
export function Ticks({ label, hint, ticks }: { label: string; hint: string; ticks: Tick[] }) {
  const hintId = `${ticks[0]?.name}-hint`
  return (
    <fieldset className="field" aria-describedby={hintId}>
      <legend>{label} (optional)</legend>
      <p className="hint" id={hintId}>
        {hint}
      </p>
      {ticks.map(tick => (
        <TickBox key={tick.name} {...tick} />
      ))}
    </fieldset>
  )
}
