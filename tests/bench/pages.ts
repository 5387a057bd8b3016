import { median, ratio } from './figures.ts'
import { atATime, mixed, type Round } from './load.ts'
import { figure, table } from './table.ts'
import { baselines, type PageTarget } from './targets.ts'

const warming = 3 * atATime

type Measured = PageTarget & { amount: number; rounds: Round[] }

/**
 * Asks for all pages of all desks in turn, round after round, so that what slows the machine down for a while slows them
 * all. Resolves to a table in Markdown.
 */
export async function measurePages(
  targets: PageTarget[],
  { seconds, rounds }: { seconds: number; rounds: number },
  progress: (words: string) => void,
): Promise<string> {
  const all: Measured[] = []
  // What runs for the first time is compiled while it runs. It shows how many answers a round has time for, and a page so
  // slow that nothing comes in that time has the whole of its answers all the same.
  for (const target of targets) {
    const { perSecond } = await mixed([target], warming)
    all.push({ ...target, amount: Math.max(atATime, Math.round(perSecond * seconds)), rounds: [] })
  }
  for (let round = 1; round <= rounds; round++) {
    for (const target of all) target.rounds.push(await mixed([target], target.amount))
    progress(`Round ${round} of ${rounds} of the pages is done.`)
  }
  const shown = all.filter(({ commit }) => !commit)
  const commits = [...new Set(all.flatMap(({ commit }) => commit ?? []))]
  return table(
    [...heads, ...commits.map(commit => `pages a second against ${commit}`)],
    shown.map(target => rowOf(target, shown, all, commits)),
  )
}

const heads = [
  'page',
  'version',
  'tickets',
  'pages a second',
  'p50, ms',
  'p95, ms',
  'of an empty page',
  'of a bare server',
  'time against the smallest desk',
]

function rowOf(target: Measured, shown: Measured[], all: Measured[], commits: string[]): string[] {
  const { page, version, tickets, rounds } = target
  const speed = perSecond(target)
  const of = (that: Measured | undefined) =>
    that && that !== target ? figure(ratio(speed, perSecond(that))) : ''
  const like = (wanted: Partial<PageTarget>, among = shown) =>
    among.find(other =>
      Object.entries(wanted).every(([name, value]) => other[name as keyof PageTarget] === value),
    )
  const smallest = like({ page, version })
  return [
    page,
    version ?? '',
    tickets.toLocaleString('en-GB'),
    figure(median(speed)),
    figure(median(rounds.map(({ p50 }) => p50))),
    figure(median(rounds.map(({ p95 }) => p95))),
    of(like({ page: baselines.empty, version, tickets })),
    of(like({ page: baselines.bare, tickets })),
    smallest && smallest !== target ? figure(ratio(perSecond(smallest), speed)) : '',
    ...commits.map(commit => of(like({ page, version, tickets, commit }, all))),
  ]
}

const perSecond = ({ rounds }: Measured) => rounds.map(round => round.perSecond)
