import { Migration } from '@mikro-orm/migrations'

/** How far the ended talks have been followed. */
export class AddTalks extends Migration {
  override up(): void {
    this.addSql(`create table talk_cursor (one boolean primary key default true check (one), cursor text not null)`)
  }
}
