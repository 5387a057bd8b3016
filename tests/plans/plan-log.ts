import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import { z } from 'zod'
import { type Plan, planOf } from './plan.ts'

/** What Postgres is started with, so that its log can be read by a program. */
export const logSettings = [
  'logging_collector=on',
  'log_destination=jsonlog',
  'log_directory=log',
  'log_filename=plans',
  'log_rotation_age=0',
  'log_rotation_size=0',
]

const entry = z.object({ message: z.string() })

/**
 * What Postgres says of its own accord about each statement of the role that serves, those inside of functions, triggers
 * and foreign keys too: no statement can be forgotten, because nothing in the desk takes part in it.
 */
export class PlanLog {
  readonly #file: string
  readonly #superuser: postgres.Sql
  #read = 0
  #marks = 0

  /** @param superuser a connection to the same server, whose own statements are not logged */
  constructor(cluster: string, superuser: postgres.Sql) {
    this.#file = join(cluster, 'log', 'plans.json')
    this.#superuser = superuser
  }

  /** The plans of everything that has run since this was last asked. */
  async sinceLast(): Promise<Plan[]> {
    // What has run was logged before it was answered, and what is logged stands in its order: behind the mark is nothing.
    const mark = `plans are read to here: ${++this.#marks}`
    await this.#superuser.unsafe(`do $$ begin raise log '${mark}'; end $$`)
    let text = ''
    while (!text.includes(`"${mark}"`)) {
      const more = this.#next()
      text += more
      if (more === '') await wait(5)
    }
    return text
      .split('\n')
      .filter(line => line.includes('plan:\\n'))
      .map(line => planOf(entry.parse(JSON.parse(line)).message))
  }

  #next(): string {
    const file = openSync(this.#file, 'r')
    try {
      const room = Buffer.alloc(statSync(this.#file).size - this.#read)
      const length = readSync(file, room, 0, room.length, this.#read)
      // Only whole lines, so that no letter is cut in two.
      const whole = room.subarray(0, length).lastIndexOf('\n') + 1
      this.#read += whole
      return room.toString('utf8', 0, whole)
    } finally {
      closeSync(file)
    }
  }
}
