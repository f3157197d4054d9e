import { Migration } from '@mikro-orm/migrations'

/** How an account comes to a dossier: once, by a code that the mentor hands over. */
export class AddInvitations extends Migration {
  override up(): void {
    this.addSql(`create table invitation (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      role text not null,
      name text not null,
      code_hash text not null unique,
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_by text,
      revoked_at timestamptz)`)
    this.addSql(`create index invitation_dossier on invitation (dossier_id)`)
    // Codes that an account tried, right or wrong: so that nobody tries on.
    this.addSql(`create table invitation_attempt (
      subject text primary key,
      since timestamptz not null,
      count int not null)`)
  }
}
