import { Migration } from '@mikro-orm/migrations'

/** Sessions of people that were ended before their time: what every gateway must know, kept where they all come anyway. */
export class AddSessions extends Migration {
  override up(): void {
    this.addSql(
      `create table ended_session (id text primary key, until timestamptz not null, at timestamptz not null default now())`,
    )
    this.addSql(`create index ended_session_at on ended_session (at)`)
    this.addSql(`create index ended_session_until on ended_session (until)`)
  }
}
