import { jobs } from './jobs.ts'
import { triedOnce } from './keep-doing.ts'

/** What became of a stretch of work: the names of the jobs that had something to do, and of those that failed. */
export type Worked = { done: string[]; failed: string[] }

/**
 * Does everything that is due, again and again until there is nothing left, and begins with nothing more after `ms`
 * milliseconds. For hosts that keep no worker; beside one it does no harm. Never rejects for a job.
 */
export async function workFor(ms: number): Promise<Worked> {
  const stopping = AbortSignal.timeout(ms)
  const worked = { done: new Set<string>(), failed: new Set<string>() }
  let isMore = true
  // One job makes work for another: news are found, put together and sent.
  for (
    let left = jobs({ listens: false });
    isMore && !stopping.aborted;
    left = left.filter(({ name }) => !worked.failed.has(name))
  ) {
    const outcomes = await Promise.all(left.map(job => triedOnce(job, stopping)))
    isMore = outcomes.includes('done')
    for (const [at, { name }] of left.entries()) {
      const outcome = outcomes[at]
      if (outcome === 'done' || outcome === 'failed') worked[outcome].add(name)
    }
  }
  return { done: [...worked.done], failed: [...worked.failed] }
}
