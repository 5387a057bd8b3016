import type { ReactNode } from 'react'
import { Still } from '#src/ui/still.tsx'

type SearchFormProps = {
  action: string
  label: string
  typed?: string
  problems?: string[]
  /** How one can ask more exactly. Leave it out where the form is only a way to the page that has it. */
  hint?: ReactNode
  children?: ReactNode
}

/** A field for a search and its button. It only asks, so it is a GET: its address can be kept and sent to somebody. */
export function SearchForm({ action, label, typed = '', problems = [], hint, children }: SearchFormProps) {
  const described = [hint ? 'q-hint' : '', problems.length ? 'q-error' : ''].filter(Boolean).join(' ')
  return (
    <Still tag="search">
      <form className="filters" action={action} method="get">
        <div className="field">
          <label htmlFor="q">{label}</label>
          {hint ? (
            <p className="hint" id="q-hint">
              {hint}
            </p>
          ) : null}
          {problems.length > 0 ? (
            <p className="error" id="q-error">
              <span className="spoken">Error: </span>
              {problems.join(' ')}
            </p>
          ) : null}
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={typed}
            dir="auto"
            aria-invalid={problems.length > 0 || undefined}
            aria-describedby={described || undefined}
          />
        </div>
        <p className="buttons">
          <button type="submit" className="quiet">
            Search
          </button>
          {children}
        </p>
      </form>
    </Still>
  )
}

/** What stands in the field of a search, as it came in the address. */
export function typedIn(query: Record<string, string | string[] | undefined>): string {
  const { q } = query
  return ((Array.isArray(q) ? q[0] : q) ?? '').replaceAll('\u0000', '')
}

/** The title of a page of a search: what was asked for first, so that windows and bookmarks can be told apart. */
export function searchTitle(typed: string, place: string, problems: string[]): string {
  const asked = typed.trim() === '' ? '' : `“${typed.trim().slice(0, 60)}” – `
  return `${problems.length > 0 ? 'Error: ' : ''}${asked}Search – ${place} – Holdfast`
}
