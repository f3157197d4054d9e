import { Migration } from '@mikro-orm/migrations'

/** Who ended somebody's part in a dossier. */
export class AddEndings extends Migration {
  override up(): void {
    this.addSql(`alter table party add column ended_by text`)
  }
}
