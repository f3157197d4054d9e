import { Migration } from '@mikro-orm/migrations'

/** What the commands need beside what the referee reads. */
export class AddCommands extends Migration {
  override up(): void {
    this.addSql(`alter table dossier
      add column identity_complete boolean not null default false,
      add column open_advice int not null default 0,
      add column erasure_asked_at timestamptz,
      add column erasure_asked_by text`)
    // The feed of erasures: which content must go.
    this.addSql(`create index dossier_erased on dossier (erased_at, id) where erased_at is not null`)
    this.addSql(`create index consent_request_open on consent_request (outcome, asked_at)`)
    this.addSql(`create index dossier_birth_date on dossier (birth_date) where status <> 'ERASED'`)
  }
}
