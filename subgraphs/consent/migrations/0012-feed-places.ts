import { Migration } from '@mikro-orm/migrations'
import { feedPlaces } from '../feed/rows.ts'

/** Where the feed is, as two functions: another database's transactions have other numbers, so after a restore they count on from further. */
export class AddFeedPlaces extends Migration {
  override up(): void {
    for (const statement of feedPlaces('0')) this.addSql(statement)
    this.addSql(`alter table change alter column tx set default feed_tx()`)
  }
}
