import { useEffect, useRef } from 'react'

/**
 * The attributes of a box that takes the focus when it appears: by its attribute in a page that was loaded, by the effect in
 * one that scripts have changed.
 * @param occasion takes it again when it is another one
 */
export function useFocused(occasion?: unknown) {
  const ref = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words may come twice
  useEffect(() => ref.current?.focus(), [occasion])
  return { ref, tabIndex: -1, autoFocus: true }
}
