import { intoParts } from '@doorstroomhub/kit/partitions.ts'
import { Migration } from '@mikro-orm/migrations'

/** The read log and the feed in parts of a school year, so that what is past its retention goes at once (docs/decisions/partitions.md). */
export class AddParts extends Migration {
  override up(): void {
    this.addSql(`drop trigger read_log_append_only on read_log`)
    for (const statement of intoParts('read_log', { read_log_dossier: 'dossier_id, id desc' })) this.addSql(statement)
    this.addSql(`create trigger read_log_append_only before update or delete on read_log
      for each statement execute function refuse_change()`)
    // Also for who names a part: this one comes with each part.
    this.addSql(`create trigger read_log_line_stays before update or delete on read_log
      for each row execute function refuse_change()`)
    for (const statement of intoParts('change', { change_dossier: 'dossier_id, id', change_order: 'tx, id' }))
      this.addSql(statement)
  }
}
