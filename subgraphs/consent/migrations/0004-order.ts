import { Migration } from '@mikro-orm/migrations'

/** What the clock alone cannot tell: which of two messages was last, and whether a birthday was told already. */
export class AddOrder extends Migration {
  override up(): void {
    // Two messages in one millisecond have an order too: a correction names the last one.
    this.addSql(`alter table application_message add column number bigserial`)
    this.addSql(`create index application_message_number on application_message (application_id, number)`)
    // The day on which a 16th or 18th birthday was last told, so that it is told once however busy that day is.
    this.addSql(`alter table dossier add column aged_on date`)
  }
}
