import { intoParts } from '@doorstroomhub/kit/partitions.ts'
import { Migration } from '@mikro-orm/migrations'

/** The log of edits in parts of a school year: what compaction left empty goes with its indexes (docs/decisions/partitions.md). */
export class AddParts extends Migration {
  override up(): void {
    for (const statement of intoParts('edit', { edit_document: 'document_id, id' })) this.addSql(statement)
  }
}
