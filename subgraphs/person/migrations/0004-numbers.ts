import { Migration } from '@mikro-orm/migrations'

/**
 * A pupil who changes schools has a second dossier with the same number. And were the number unique, who tries one
 * would learn whether its owner is known anywhere in the hub.
 */
export class AllowNumberAgain extends Migration {
  override up(): void {
    this.addSql(`alter table personal_number drop constraint personal_number_lookup_key`)
    this.addSql(`create index personal_number_lookup on personal_number (lookup)`)
  }
}
