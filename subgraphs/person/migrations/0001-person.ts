import { Migration } from '@mikro-orm/migrations'

/** The three groups of a person, a row each. */
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
  }
}

export const migrations = [{ name: '0001-person', class: CreatePerson }]
