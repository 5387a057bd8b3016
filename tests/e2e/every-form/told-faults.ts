import type postgres from 'postgres'
import { directClient } from '#src/lib/db/direct.ts'

/**
 * Makes the transaction of one form fail at its last statement, as by a bug of ours, and leaves all others alone: the
 * row that this statement writes holds a word that nothing else holds. For actions that keep no submission, the row of
 * the session or of the person.
 */
export class ToldFaults {
  readonly #owner: postgres.Sql

  private constructor(owner: postgres.Sql) {
    this.#owner = owner
  }

  static async on(ownerUrl: string): Promise<ToldFaults> {
    const owner = directClient(ownerUrl, { 'app.actor': 'test' })
    await owner.unsafe(`
      create table told_faults (word text primary key);
      create function fail_as_told() returns trigger language plpgsql security definer as $$
      begin
        if exists (select 1 from told_faults where to_jsonb(new)::text like '%' || word || '%') then
          raise exception 'A bug that a test has made' using errcode = 'XX000';
        end if;
        return new;
      end $$;
      create trigger fail_as_told before update on submissions for each row execute function fail_as_told();
      create trigger fail_as_told before insert on session for each row execute function fail_as_told();
      create trigger fail_as_told before update on "user" for each row execute function fail_as_told();
    `)
    return new ToldFaults(owner)
  }

  async tell(word: string): Promise<void> {
    await this.#owner`insert into told_faults values (${word})`
  }

  async forget(): Promise<void> {
    await this.#owner`delete from told_faults`
  }

  async end(): Promise<void> {
    await this.#owner.unsafe('drop function fail_as_told cascade; drop table told_faults')
    await this.#owner.end()
  }
}
