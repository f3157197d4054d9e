import { Migration } from '@mikro-orm/migrations'

/** The three groups of a person, a row each, and the log of whole numbers shown. */
export class CreatePerson extends Migration {
  override up(): void {
    this.addSql(`create table identity (
      dossier_id uuid primary key,
      initials text not null,
      surname_prefix text,
      surname text not null,
      call_name text,
      birth_date date not null,
      gender text not null,
      municipality_code text,
      municipality_name text,
      leaving_school text,
      leaving_level text,
      updated_at timestamptz not null)`)
    this.addSql(`create table personal_number (
      dossier_id uuid primary key,
      kind text not null,
      sealed bytea not null,
      lookup text not null unique)`)
    this.addSql(`create table contact (
      dossier_id uuid primary key,
      email text,
      phone text,
      address jsonb,
      updated_at timestamptz not null)`)
    this.addSql(`create table number_reveal (
      id uuid primary key,
      dossier_id uuid not null,
      at timestamptz not null,
      subject text not null,
      name text not null,
      role text not null,
      organisation text,
      purpose text not null,
      request_id text not null)`)
    this.addSql(`create index number_reveal_dossier on number_reveal (dossier_id, at)`)
  }
}

export const migrations = [{ name: '0001-person', class: CreatePerson }]
