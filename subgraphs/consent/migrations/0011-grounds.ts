import { Migration } from '@mikro-orm/migrations'

/** What of a change decides whether an institution hears of it: what was written in, and on which grounds it could know then. */
export class AddGrounds extends Migration {
  override up(): void {
    // Of what was kept before this it is not known who could know, so that no institution hears of it.
    this.addSql(`alter table change add column groups text[], add column grounds uuid[]`)
  }
}
