import { Migration } from '@mikro-orm/migrations'

/** What is read in out of files: the file in sealed parts, its rows until they are written, and which pupil is which dossier. */
export class AddImports extends Migration {
  override up(): void {
    this.addSql(`create table import (
      id uuid primary key,
      kind text not null,
      state text not null,
      file_name text not null,
      subject text not null,
      role text not null,
      brin text,
      dossier_id uuid,
      size int not null,
      received int not null default 0,
      parts int not null default 0,
      encoding text,
      separator text,
      columns jsonb not null default '[]',
      mapping jsonb not null default '[]',
      file_faults jsonb not null default '[]',
      rows int not null default 0,
      done int not null default 0,
      added int not null default 0,
      changed int not null default 0,
      unchanged int not null default 0,
      failed int not null default 0,
      created_at timestamptz not null,
      updated_at timestamptz not null)`)
    this.addSql(`create index import_subject on import (subject, created_at)`)
    this.addSql(`create table import_part (
      import_id uuid not null references import on delete cascade,
      number int not null,
      sealed bytea not null,
      primary key (import_id, number))`)
    this.addSql(`create table import_row (
      import_id uuid not null references import on delete cascade,
      line int not null,
      state text not null,
      sealed bytea,
      faults jsonb not null default '[]',
      dossier_id uuid,
      primary key (import_id, line))`)
    this.addSql(`create index import_row_open on import_row (import_id, line) where state not in ('DONE', 'FAILED')`)
    this.addSql(`create index import_row_dossier on import_row (dossier_id) where dossier_id is not null`)
    // The keyed hash of what was read in last: the same file again changes nothing.
    this.addSql(`create table known_pupil (
      brin text not null references organisation,
      number text not null,
      dossier_id uuid not null unique references dossier,
      hash text not null,
      primary key (brin, number))`)
    // Ids under which content was written for a dossier that never came: the others destroy it, as of an erased one.
    this.addSql(`create table import_dropped (
      dossier_id uuid primary key,
      at timestamptz not null)`)
  }
}
