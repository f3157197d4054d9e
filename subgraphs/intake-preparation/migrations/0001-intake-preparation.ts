import { Migration } from '@mikro-orm/migrations'

/** The live document: its state, its history, who wrote it, and what guards it. */
export class CreateIntakePreparation extends Migration {
  override up(): void {
    this.addSql(`create table intake_preparation (
      id uuid primary key,
      application_id uuid not null unique,
      dossier_id uuid not null)`)
    this.addSql(`create index intake_preparation_dossier on intake_preparation (dossier_id)`)
    this.addSql(`create table document (
      id uuid primary key,
      intake_preparation_id uuid not null references intake_preparation on delete cascade,
      dossier_id uuid not null,
      section text not null,
      text text not null default '',
      html text not null default '',
      updated_at timestamptz,
      text_upto bigint not null default 0,
      snapshot_version integer not null default 0,
      unique (intake_preparation_id, section))`)
    this.addSql(`create table snapshot (
      document_id uuid primary key references document on delete cascade,
      content bytea not null)`)
    // No foreign key: it would lock the document's row at every edit. The fence stands in for it (docs/decisions/rooms.md).
    this.addSql(`create table edit (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      content bytea not null,
      subject text not null,
      name text not null,
      role text not null,
      at timestamptz not null)`)
    this.addSql(`create index edit_document on edit (document_id, id)`)
    this.addSql(`create table attribution (
      document_id uuid not null references document on delete cascade,
      client bigint not null,
      clock_from bigint not null,
      clock_to bigint not null,
      subject text not null,
      at timestamptz not null,
      primary key (document_id, client, clock_from))`)
    this.addSql(`create table contributor (
      document_id uuid not null references document on delete cascade,
      subject text not null,
      name text not null,
      role text not null,
      last_at timestamptz not null,
      primary key (document_id, subject))`)
    this.addSql(`create table frozen_version (
      id uuid primary key,
      intake_preparation_id uuid not null references intake_preparation on delete cascade,
      dossier_id uuid not null,
      number integer not null,
      frozen_at timestamptz not null,
      frozen_by_subject text not null,
      frozen_by_name text not null,
      seal text not null,
      sha256 text not null,
      unique (intake_preparation_id, number))`)
    this.addSql(`create table frozen_section (
      version_id uuid not null references frozen_version on delete cascade,
      section text not null,
      text text not null,
      html text not null,
      json text not null,
      state bytea not null,
      primary key (version_id, section))`)
    this.addSql(`create function frozen_stays() returns trigger language plpgsql as $$
      begin raise exception 'a frozen version does not change'; end $$`)
    this.addSql(`create trigger frozen_version_stays before update on frozen_version
      for each row execute function frozen_stays()`)
    this.addSql(`create trigger frozen_section_stays before update on frozen_section
      for each row execute function frozen_stays()`)
    // The lowest count of rights of a dossier under which an edit may still be written.
    this.addSql(`create table fence (
      dossier_id uuid primary key,
      rights bigint not null)`)
    this.addSql(`create table ticket (
      hash text primary key,
      asking jsonb not null,
      dossier_id uuid not null,
      intake_preparation_id uuid not null,
      section text not null,
      expires_at timestamptz not null)`)
    // How far consent's list of erased dossiers was followed.
    this.addSql(`create table erasure_cursor (one boolean primary key default true check (one), cursor text not null)`)
    // Which sockets are open on which replica: the limits count over all of them.
    this.addSql(`create table socket (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      subject text not null,
      seen_at timestamptz not null)`)
    this.addSql(`create index socket_document on socket (document_id, id)`)
    this.addSql(`create index socket_subject on socket (subject, id)`)
  }
}
