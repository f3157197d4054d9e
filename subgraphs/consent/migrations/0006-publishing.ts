import { Migration } from '@mikro-orm/migrations'

/** What left a region last: the next snapshot is made with a look at it, so that the two together tell no more than each alone. */
export class AddPublishing extends Migration {
  override up(): void {
    this.addSql(`create table region_published (
      region_code text primary key,
      version bigint not null,
      at timestamptz not null,
      counts jsonb not null)`)
  }
}
