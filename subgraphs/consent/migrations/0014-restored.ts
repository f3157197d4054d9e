import { Migration } from '@mikro-orm/migrations'

/** Why sharing is paused, where it was not the owner's own act. */
export class AddPauseReasons extends Migration {
  override up(): void {
    this.addSql(`alter table dossier add column paused_because text`)
  }
}
