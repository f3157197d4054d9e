import { Migration } from '@mikro-orm/migrations'

/** Webhooks of partner systems: what they registered, and beside it how far each was told. */
export class AddWebhooks extends Migration {
  override up(): void {
    this.addSql(`create table webhook (
      id uuid primary key,
      institution text not null references organisation,
      url text not null,
      description text,
      secret bytea not null,
      former_secret bytea,
      former_until timestamptz,
      state text not null,
      paused_because text,
      created_at timestamptz not null,
      created_by text not null)`)
    this.addSql(`create index webhook_institution on webhook (institution)`)
    // The schedule is a row, so that it survives a restart; the lease in it says which hub tells now, so that two never do.
    this.addSql(`create table webhook_delivery (
      webhook_id uuid primary key references webhook on delete cascade,
      place_tx bigint not null,
      place_id bigint not null,
      attempts int not null default 0,
      failing_since timestamptz,
      next_at timestamptz not null,
      behind_since timestamptz,
      last_success_at timestamptz,
      last_failure_at timestamptz,
      last_failure text,
      lease_by uuid,
      lease_until timestamptz)`)
  }
}
