import type { QueueFilters } from '#src/tickets/filters.ts'
import { priorities, priorityWords, statuses, statusWords } from '#src/tickets/status.ts'
import { Still } from '#src/ui/still.tsx'

type Named = { id: string; name: string }

/** The filters of a queue: a form that only asks, so it is a GET and its address can be kept. */
export function Filters(props: { action: string; filters: QueueFilters; people: Named[]; teams: Named[] }) {
  const { filters } = props
  return (
    <Still tag="search">
      <details open={Object.values(filters).some(Boolean)}>
        <summary>Filter this queue</summary>
        <form className="filters" action={props.action} method="get" aria-label="Filter this queue">
          <p className="field">
            <label htmlFor="q">Subject or reference</label>
            <input id="q" name="q" type="search" defaultValue={filters.q ?? ''} dir="auto" />
          </p>
          <Filter name="status" label="Status" chosen={filters.status} none={null}>
            {statuses.map(id => ({ id, name: statusWords[id].name }))}
          </Filter>
          <Filter name="priority" label="Priority" chosen={filters.priority} none={null}>
            {priorities.map(id => ({ id, name: priorityWords[id].name }))}
          </Filter>
          <Filter name="team" label="Team" chosen={filters.team} none="No team">
            {props.teams}
          </Filter>
          <Filter name="assignee" label="Assignee" chosen={filters.assignee} none="Nobody">
            {props.people}
          </Filter>
          <p className="buttons">
            <button type="submit" className="quiet">
              Apply the filters
            </button>
            <a href={props.action}>Clear the filters</a>
          </p>
        </form>
      </details>
    </Still>
  )
}

type FilterProps = {
  name: string
  label: string
  chosen: string | undefined
  none: string | null
  children: Named[]
}

function Filter({ name, label, chosen, none, children }: FilterProps) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">Any</option>
        {none && <option value="none">{none}</option>}
        {children.map(option => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  )
}
